/** The Python that makes MicroPython behave like CPython, in the order in which it is executed. */
import core from './prelude/1_core.py?raw';
import numbers from './prelude/2_numbers.py?raw';
import containers from './prelude/3_containers.py?raw';
import sets from './prelude/4_sets.py?raw';
import text from './prelude/5_text.py?raw';
import format from './prelude/6_format.py?raw';
import strings from './prelude/7_strings.py?raw';
import methods from './prelude/8_methods.py?raw';
import builtins from './prelude/9_builtins.py?raw';
import errors from './prelude/a_errors.py?raw';
import modules from './prelude/b_modules.py?raw';
import collections from './prelude/c_collections.py?raw';
import itertools from './prelude/d_itertools.py?raw';
import judge from './prelude/e_judge.py?raw';

export const PRELUDE: readonly string[] = [
  core,
  numbers,
  containers,
  sets,
  text,
  format,
  strings,
  methods,
  builtins,
  errors,
  modules,
  collections,
  itertools,
  judge,
];
