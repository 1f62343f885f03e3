import { counted, text } from '../../content/narrative';
import { inARow, minutes } from '../../content/numbers';
import { encodeLink } from '../../share/encode';
import { Prose } from '../../ui/prose/Prose';
import planWords from '../lesson/plans.en.md';
import { PLANS, STEPS, type Plan } from '../lesson/plans';
import styles from './Teach.module.css';
import words from './teach.en.md';

const CHAPTERS = ['before', 'devices', 'timing', 'expect', 'answers', 'host', 'privacy'] as const;

/** The lesson's page, opened at a step of a plan. */
const stepHref = ({ id, steps }: Plan, step: number): string => {
  const view = steps[step];
  return `./${encodeLink({ ...(view ? STEPS[view.id].link : {}), present: true, plan: { id, step } })}`;
};

/** One lesson: how to start it, and what happens in it. */
function Lesson({ plan }: { readonly plan: Plan }) {
  const { id, steps } = plan;
  const title = text(planWords, id);
  return (
    <section className={styles.lesson} aria-labelledby={`plan-${id}`}>
      <h3 id={`plan-${id}`}>{title}</h3>
      <p className={styles.time}>
        {inARow([
          counted(words, 'plan.minutes', plan.minutes, { count: minutes(plan.minutes) }),
          counted(words, 'plan.steps', steps.length),
        ])}
      </p>
      <p>{text(planWords, `${id}.about`)}</p>
      <p>
        <a className={styles.start} href={stepHref(plan, 0)}>
          {text(words, 'plan.start', { title })}
        </a>
      </p>
      <details>
        <summary>{text(words, 'plan.steps')}</summary>
        <ol className={styles.steps}>
          {steps.map((step, index) => (
            <li key={step.id}>
              <h4>
                <a
                  href={stepHref(plan, index)}
                  aria-label={`${text(words, 'step.open')}: ${text(planWords, step.id)}`}
                >
                  {text(planWords, step.id)}
                </a>{' '}
                <span className={styles.minutes}>
                  {text(words, 'step.minutes', { minutes: minutes(step.minutes) })}
                </span>
              </h4>
              <p>
                <strong>{text(words, 'step.ask')}</strong> {text(planWords, `${step.id}.ask`)}
              </p>
              <p>
                <strong>{text(words, 'step.answer')}</strong> {text(planWords, `${step.id}.answer`)}
              </p>
            </li>
          ))}
        </ol>
      </details>
    </section>
  );
}

/** Everything a teacher or a host needs beside the lesson itself. */
export function Teach() {
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <a href="./">{text(words, 'home')}</a>
        <h1>{text(words, 'title')}</h1>
        <Prose of={words} at="intro" />
      </header>
      <nav className={styles.contents} aria-label={text(words, 'contents')}>
        <ul>
          {(['plans', ...CHAPTERS] as const).map((chapter) => (
            <li key={chapter}>
              <a href={`#${chapter}`}>{text(words, chapter)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <main>
        <section id="plans">
          <h2>{text(words, 'plans')}</h2>
          <Prose of={words} at="plans.about" />
          <div className={styles.lessons}>
            {PLANS.map((plan) => (
              <Lesson key={plan.id} plan={plan} />
            ))}
          </div>
        </section>
        {CHAPTERS.map((chapter) => (
          <section key={chapter} id={chapter} className={styles.chapter}>
            <h2>{text(words, chapter)}</h2>
            <Prose of={words} at={`${chapter}.text`} />
          </section>
        ))}
      </main>
    </div>
  );
}
