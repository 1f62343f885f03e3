/** Terms the narrative links to, each told in one or two plain sentences. Keys are lower case. */
export const GLOSSARY: Readonly<Record<string, string>> = {
  token:
    'A piece of text the model reads or writes in one go: a byte, part of a word, a word, or a line break with its indentation.',
  vocabulary:
    'The list of all tokens a model knows. Text outside it is spelled with smaller tokens, down to single bytes.',
  byte: 'Eight bits: one plain letter, digit or sign. Emoji and many scripts need several bytes a character.',
  'byte-pair encoding':
    'A way to build a vocabulary: start from bytes and, again and again, join the pair of neighbours that occurs most often.',
  loss: 'How surprised the model is by the next token, on average. Training makes it smaller.',
  'bits per byte':
    'Loss measured per byte of text: how many yes-or-no answers the model still needs per byte. Lower is better, and it compares models with different tokens.',
  pretraining: 'Training on lots of ordinary text, with one task: guess the next token.',
  'fine-tuning': 'Training that goes on from finished weights with narrower text, here Python functions.',
  weights: 'The numbers inside a model. Training changes nothing else.',
  parameter: 'One number among the weights.',
  step: 'One update of all weights: read a batch, measure the loss, nudge every weight to make it smaller.',
  batch: 'The pieces of text read together in one training step.',
  gradient:
    'For each weight, how the loss would change if that weight grew a little. Training walks against it.',
  'learning rate': 'How far each step moves the weights. Too small is slow, too large falls apart.',
  checkpoint: 'A copy of all weights at one moment of training, so that we can come back to it.',
  prompt: 'The text you give a model to continue.',
  sampling: 'Drawing the next token at random, likelier tokens more often.',
  'pass@k':
    'The chance that at least one of k programs written for a task passes its tests, estimated from all the programs that were written.',
  temperature:
    'A number the scores are divided by before sampling. Below 1 the likely tokens win more often, above 1 the unlikely get a chance; 0 always takes the likeliest.',
  'top-k': 'Keep only the k likeliest tokens before drawing.',
  'top-p': 'Keep the smallest set of likeliest tokens whose probabilities sum to p, then draw.',
  seed: 'The number random draws start from. The same seed gives the same draws.',
  context: 'The tokens the model can look back at. What is further back does not exist for it.',
  probability: 'How likely the model holds a token to be next, from 0 to 100 %.',
  attention: 'The part of a transformer that decides, for each token, which earlier tokens to look at.',
  transformer: 'The kind of neural network behind GPT: layers of attention and small networks, stacked.',
  overfitting:
    'Learning the training text by heart instead of its patterns: good on what was read, bad on anything new.',
  replay: 'Mixing some of the old training text into the new, so that the old skill is not lost.',
  forgetting: 'Losing an old skill while the same weights are trained for a new one.',
  'held-out text': 'Text kept out of training, to measure what the model can do with text it never saw.',
  'n-gram': 'A guesser that only counts which characters followed the last few characters.',
};
