/** Which names of Python the sandbox provides, which it refuses, and which attributes need its own code. */

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Built-in names that the prelude puts into every program's space. */
export const PROVIDED = words(
  'ArithmeticError AssertionError AttributeError BaseException EOFError Exception ImportError IndentationError IndexError KeyError KeyboardInterrupt LookupError MemoryError NameError NotImplementedError OSError OverflowError RuntimeError StopIteration SyntaxError SystemExit TypeError UnicodeError ValueError ZeroDivisionError GeneratorExit NotImplemented FileNotFoundError ModuleNotFoundError RecursionError UnboundLocalError TimeoutError IOError EnvironmentError abs all any bin bool callable chr classmethod delattr dict divmod enumerate exit filter float format frozenset getattr hasattr hash hex id input int isinstance issubclass iter len list map max min next object oct open ord pow print property quit range repr reversed round set setattr sorted staticmethod str sum super tuple type zip __name__',
);

/** Built-in names of CPython that are refused. */
export const REFUSED_NAMES = words(
  'aiter anext ascii breakpoint bytearray bytes compile complex copyright credits dir Ellipsis eval exec globals help license locals memoryview slice vars __import__ __builtins__ __build_class__ __debug__ __doc__ __file__ __loader__ __package__ __spec__ BaseExceptionGroup BlockingIOError BrokenPipeError BufferError BytesWarning ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError ConnectionResetError DeprecationWarning EncodingWarning ExceptionGroup FileExistsError FloatingPointError FutureWarning ImportWarning InterruptedError IsADirectoryError NotADirectoryError PendingDeprecationWarning PermissionError ProcessLookupError ReferenceError ResourceWarning RuntimeWarning StopAsyncIteration SyntaxWarning SystemError TabError UnicodeDecodeError UnicodeEncodeError UnicodeTranslateError UnicodeWarning UserWarning Warning',
);

/** Classes of Python itself that a program may derive from. */
export const BASES = words(
  'object ArithmeticError AssertionError AttributeError BaseException EOFError Exception ImportError IndexError KeyError LookupError NameError NotImplementedError OSError OverflowError RuntimeError StopIteration TypeError ValueError ZeroDivisionError',
);

/** Attributes that some built-in type of the sandbox answers by its own code. */
export const SPECIAL_ATTRIBUTES = words(
  'upper lower casefold swapcase capitalize title isalpha isalnum isdigit isnumeric isdecimal isspace isupper islower istitle isidentifier isprintable isascii zfill ljust rjust center expandtabs maketrans translate removeprefix removesuffix splitlines split rsplit join format replace strip lstrip rstrip find rfind index rindex count startswith endswith partition rpartition sort remove insert extend pop bit_length bit_count is_integer args __class__ __name__',
);

/** Attributes of which a program must not set one on a class of the sandbox. */
export const GUARDED_ATTRIBUTES = words(
  'upper lower title index count sort remove insert extend pop append clear copy get keys values items setdefault popitem update fromkeys add discard union intersection difference symmetric_difference issubset issuperset isdisjoint intersection_update difference_update symmetric_difference_update move_to_end default_factory most_common elements subtract total start stop step maxlen appendleft popleft extendleft rotate reverse',
);

/** Attributes whose answers in the sandbox would not be CPython's. */
export const REFUSED_ATTRIBUTES = words(
  'encode format_map to_bytes from_bytes with_traceback add_note pend_throw gi_frame gi_running gi_code tb_frame errno strerror filename real imag numerator denominator conjugate as_integer_ratio fromhex mro',
);

/** Names with two underscores on either side that a program may write as an attribute. */
export const DUNDER_ATTRIBUTES = words(
  '__init__ __name__ __class__ __str__ __repr__ __eq__ __len__ __add__ __lt__',
);

/** Special methods that a class of a program may define, because the sandbox calls them as CPython does. */
export const DUNDER_METHODS = words(
  '__init__ __str__ __repr__ __eq__ __ne__ __lt__ __le__ __gt__ __ge__ __hash__ __bool__ __len__ __getitem__ __setitem__ __delitem__ __contains__ __iter__ __next__ __call__ __enter__ __exit__ __add__ __sub__ __mul__ __truediv__ __floordiv__ __mod__ __pow__ __matmul__ __and__ __or__ __xor__ __lshift__ __rshift__ __radd__ __rsub__ __rmul__ __rtruediv__ __iadd__ __isub__ __imul__ __neg__ __pos__ __invert__ __abs__ __int__ __float__ __round__ __reversed__ __format__ __getattr__ __floor__ __ceil__ __trunc__',
);

/** Modules the prelude provides. */
export const MODULES = words(
  'math string random time typing collections itertools functools operator copy sys',
);

/** Modules of CPython's library: right to import there, refused here. */
export const LIBRARY = words(
  '__future__ _thread abc aifc argparse array ast asyncio atexit base64 bdb binascii bisect builtins bz2 calendar cgi cmath cmd code codecs codeop colorsys compileall concurrent configparser contextlib contextvars copyreg cProfile csv ctypes curses dataclasses datetime dbm decimal difflib dis doctest email encodings ensurepip enum errno faulthandler fcntl filecmp fileinput fnmatch fractions ftplib gc getopt getpass gettext glob graphlib grp gzip hashlib heapq hmac html http imaplib imp importlib inspect io ipaddress json keyword linecache locale logging lzma mailbox marshal mimetypes mmap modulefinder multiprocessing netrc numbers optparse os pathlib pdb pickle pickletools pkgutil platform plistlib poplib posix pprint profile pstats pty pwd py_compile pyclbr pydoc queue quopri re readline reprlib resource rlcompleter runpy sched secrets select selectors shelve shlex shutil signal site smtplib socket socketserver sqlite3 ssl stat statistics stringprep struct subprocess symtable sysconfig syslog tabnanny tarfile telnetlib tempfile termios test textwrap this threading timeit tkinter token tokenize tomllib trace traceback tracemalloc tty turtle types unicodedata unittest urllib uuid venv warnings wave weakref webbrowser winreg winsound wsgiref xml xmlrpc zipapp zipfile zipimport zlib zoneinfo',
);

/** No program may write a name that starts so: they are the sandbox's own. */
export const OWN_PREFIX = '__j_';
