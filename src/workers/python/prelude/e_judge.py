# Runs one rewritten program and its tests, and tells what happened as JSON.
import json

PLAIN = (native_str, native_int, native_float, bool, NoneType, range)


def is_plain(x, depth=0):
    "Whether a value is made of Python's own types alone, so that `==` is nobody's trick."
    kind = native_type(x)
    if kind in PLAIN:
        return True
    if depth > 50:
        return False
    if kind is native_list or kind is tuple:
        for part in x:
            if not is_plain(part, depth + 1):
                return False
        return True
    if is_set(x):
        return kind in HELPERS and is_plain(x.__j_entries, depth + 1)
    if native_isinstance(x, Dict) and kind in HELPERS:
        return is_plain([entry for entry in x.__j_entries if entry is not None], depth + 1)
    return False


def same(actual, expected):
    if (native_type(actual) is bool) != (native_type(expected) is bool):
        return False
    return is_plain(actual) and is_plain(expected) and actual == expected


program_lines = []


def place_of(error):
    "The last line of the program that the error passed; a step that was counted is no line of it."
    text = io.StringIO()
    sys.print_exception(error, text)
    found = None
    for line in text.getvalue().split("\n"):
        if line.startswith('  File "<program>", line '):
            at = native_int(line[25:].split(",")[0])
            if program_lines[at - 1].strip() != "__j_tick()":
                found = at
    return found


def told(error):
    "An error as [type, message, line]; refuses what only this sandbox would have raised."
    try:
        doubt(error)
    except Stop:
        pass
    return [error_name(error), report_text(error), place_of(error)]


def attempt(action):
    "Runs an action; gives its value and, where it failed, what is to be told of it."
    try:
        return action(), None
    except Stop:
        return None, ["Stop", "", None]
    except SystemExit as error:
        return None, ["SystemExit", "", place_of(error)] + [error.args[0] if error.args else None]
    except BaseException as error:
        return None, told(error)


def shown(value):
    "The repr of a value for the reader; an address in it decides nothing, so it settles nothing."
    global unsettled
    before = unsettled
    try:
        text = py_repr(value)
        unsettled = before
        return text if len(text) <= 2000 else text[:2000] + "..."
    except Stop:
        return None
    except BaseException as error:
        return "<no repr: " + error_name(error) + ">"


def ends_well(failure):
    return failure is None or (failure[0] == "SystemExit" and failure[3] in (None, 0))


def run_test(call, expectation):
    wanted, mistake = expectation
    if mistake is not None:
        refuse("the expected value of a test: " + mistake[0] + " " + mistake[1])
    value, failure = attempt(call)
    if failure is not None:
        return {"failure": failure[:3], "actual": None, "passed": False}
    passed = False
    try:
        passed = same(value, wanted)
    except (Exception, Stop):
        pass
    return {"failure": None, "actual": shown(value), "passed": passed}


def judge(mark, program, calls, expectations, steps, output_size, backwards):
    "`calls` and `expectations` are texts of tuples of functions without parameters, one for each test."
    global left, output_left, reverse_sets, program_lines
    program_lines = program.split("\n")
    left = steps
    output_left = output_size
    reverse_sets = backwards
    report = {"failure": None, "tests": [], "compiles": True}
    try:
        code = compile(program, "<program>", "exec")
        calls = compile(calls, "<test>", "eval")
        expected = eval(compile(expectations, "<expected>", "eval"), SPACE.copy())
        wanted = [attempt(one) for one in expected]
    except SyntaxError as error:
        report["compiles"] = False
        report["failure"] = ["SyntaxError", native_str(error), None]
    except MemoryError:
        report["compiles"] = False
        report["failure"] = ["MemoryError", "", None]
    if report["compiles"]:
        space = SPACE.copy()
        _, failure = attempt(lambda: exec(code, space))
        report["failure"] = failure[:3] if failure else None
        report["ended"] = failure is not None and ends_well(failure)
        if failure is None:
            for call, value in zip(eval(calls, space), wanted):
                if left < 0:
                    break
                outcome, _ = attempt(lambda: run_test(call, value))
                if outcome is not None:
                    report["tests"].append(outcome)
    report["output"] = "".join(output)
    report["cut"] = output_left <= 0
    report["exhausted"] = left < 0
    report["stepsLeft"] = left
    report["refused"] = refused
    report["unsettled"] = unsettled
    native_print(mark + json.dumps(report))
