# Numbers as text, exactly as CPython writes them: by whole-number arithmetic on the exact value.

MAX_DIGITS = 4300
MAX_INT = 10**MAX_DIGITS
MIN_INT = -MAX_INT


def scaled(x, digits):
    "x * 10**digits as a whole number, half to even; x is finite and not negative."
    mantissa, exponent = math.frexp(x)
    whole = native_int(mantissa * 9007199254740992.0)
    exponent -= 53
    if digits >= 0:
        whole *= 10**digits
        below = 1
    else:
        below = 10**-digits
    if exponent >= 0:
        whole <<= exponent
    else:
        below <<= -exponent
    quotient = whole // below
    rest = (whole - quotient * below) * 2
    if rest > below or (rest == below and quotient & 1):
        quotient += 1
    return quotient


def exponent_of(x):
    "The power of ten of the first digit of a positive x."
    guess = native_int(math.floor(math.log10(x)))
    if scaled(x, -guess) >= 10:
        return guess + (1 if scaled(x, 20 - guess) >= 10**21 else 0)
    return guess if scaled(x, 20 - guess) >= 10**20 else guess - 1


def significant(x, count):
    "The first `count` digits of a positive x, rounded, and the power of ten of the first one."
    power = exponent_of(x)
    digits = native_str(scaled(x, count - 1 - power))
    if len(digits) > count:
        power += 1
        digits = digits[:count]
    return digits, power


def fixed(x, places):
    digits = native_str(scaled(x, places))
    if places == 0:
        return digits
    if len(digits) <= places:
        digits = "0" * (places + 1 - len(digits)) + digits
    return digits[:-places] + "." + digits[-places:]


def with_exponent(digits, power, letter):
    text = digits[0]
    if len(digits) > 1:
        text += "." + digits[1:]
    sign = "-" if power < 0 else "+"
    power = native_str(abs(power))
    return text + letter + sign + ("0" + power if len(power) < 2 else power)


def placed(digits, power):
    if power < 0:
        return "0." + "0" * (-power - 1) + digits
    if len(digits) <= power + 1:
        return digits + "0" * (power + 1 - len(digits))
    return digits[: power + 1] + "." + digits[power + 1 :]


def special(x):
    "The text of a float that is no number or no finite one, else None."
    if x != x:
        return "nan"
    if x == math.inf:
        return "inf"
    if x == -math.inf:
        return "-inf"
    return None


def float_text(x):
    text = special(x)
    if text is not None:
        return text
    negative = math.copysign(1.0, x) < 0
    x = abs(x)
    if x == 0:
        return "-0.0" if negative else "0.0"
    if x < 1e15 and x == native_int(x):
        return ("-" if negative else "") + native_str(native_int(x)) + ".0"
    if x < 1e-290:
        refuse("how so small a number is shown")
    for count in (15, 16, 17):
        digits, power = significant(x, count)
        if native_float(digits + "e" + native_str(power - count + 1)) == x:
            break
    digits = digits.rstrip("0")
    if -4 <= power < 16:
        text = placed(digits, power)
        if "." not in text:
            text += ".0"
    else:
        text = with_exponent(digits, power, "e")
    return "-" + text if negative else text


def int_text(x):
    if MIN_INT < x < MAX_INT:
        return native_str(x)
    raise ValueError(
        "Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit"
    )


def py_round(x, places=None):
    kind = native_type(x)
    if places is not None and native_type(places) not in (native_int, bool):
        raise TypeError("'" + type_name(places) + "' object cannot be interpreted as an integer")
    if kind is native_int or kind is bool:
        if places is None or places >= 0:
            return native_int(x)
        unit = 10**-places
        quotient, rest = divmod(x, unit)
        if rest * 2 > unit or (rest * 2 == unit and quotient & 1):
            quotient += 1
        return quotient * unit
    if kind is not native_float:
        own = method_of(x, "__round__")
        if own is not None:
            return own() if places is None else own(places)
        raise TypeError("type " + type_name(x) + " doesn't define __round__ method")
    if x != x or x in (math.inf, -math.inf):
        if places is not None:
            return x
        if x != x:
            raise ValueError("cannot convert float NaN to integer")
        raise OverflowError("cannot convert float infinity to integer")
    whole = scaled(abs(x), places or 0)
    if places is None:
        return -whole if x < 0 else whole
    if places > 300:
        return x
    value = native_float(native_str(whole) + "e" + native_str(-places))
    return -value if math.copysign(1.0, x) < 0 else value


def division(a, b):
    "a / b. The interpreter rounds large whole numbers before it divides; CPython divides first."
    if b == 0 and native_type(b) in (native_int, native_float, bool) and native_type(a) in (native_int, native_float, bool):
        both = native_type(a) is not native_float and native_type(b) is not native_float
        raise ZeroDivisionError("division by zero" if both else "float division by zero")
    if native_type(a) is native_int and native_type(b) is native_int:
        if not (-9007199254740992 <= a <= 9007199254740992 and -9007199254740992 <= b <= 9007199254740992):
            return big_division(a, b)
    return a / b


def floor_division(a, b):
    try:
        return a // b
    except ZeroDivisionError:
        if native_type(a) is native_float or native_type(b) is native_float:
            raise ZeroDivisionError("float floor division by zero")
        raise ZeroDivisionError("integer division or modulo by zero")


def big_division(a, b):
    negative = (a < 0) != (b < 0)
    a = abs(a)
    b = abs(b)
    shift = 0
    while a >> shift >= b << 66:
        shift += 1
    up = 0
    while (a << up) < b << 66:
        up += 1
    quotient, rest = divmod(a << up, b << shift)
    if rest:
        quotient |= 1
    extra = 0
    while quotient >> extra >= 1 << 54:
        extra += 1
    low = quotient & ((1 << (extra + 1)) - 1) if extra else 0
    half = 1 << extra
    quotient >>= extra + 1
    if low > half or (low == half and quotient & 1):
        quotient += 1
    power = extra + 1 + shift - up
    if power > 980:
        raise OverflowError("integer division result too large for a float")
    value = math.ldexp(native_float(quotient), power)
    return -value if negative else value


def power(a, b):
    kind = native_type(a)
    if kind is native_int and native_type(b) is native_int:
        if b > 64 and (a > 1 or a < -1):
            bits = 1
            while abs(a) >> bits:
                bits += 1
            # What would take longer than a program may is told as such, at once.
            if bits * b > 400000:
                spend(left + 1)
            spend(bits * b // 100)
        if b < 0 and a == 0:
            raise ZeroDivisionError("0.0 cannot be raised to a negative power")
        return a**b
    if kind is native_float or native_type(b) is native_float:
        if a == 0 and b < 0:
            raise ZeroDivisionError("0.0 cannot be raised to a negative power")
        value = a**b
        if native_type(value) is complex:
            refuse("complex numbers")
        if value in (math.inf, -math.inf) and abs(a) != math.inf and abs(b) != math.inf:
            raise OverflowError(34, "Numerical result out of range")
        return value
    return a**b


def shift_left(a, b):
    if native_type(a) is native_int and native_type(b) is native_int and b > 4000000:
        raise MemoryError()
    return a << b


def py_pow(a, b, modulus=None):
    if modulus is None:
        return power(a, b)
    if b < 0:
        refuse("pow() with a negative exponent and a modulus")
    return pow(a, b, modulus)


provided(py_round, "round")
provided(py_pow, "pow")
SPACE["__j_div"] = division
SPACE["__j_floor"] = floor_division
SPACE["__j_pow"] = power
SPACE["__j_shift"] = shift_left
