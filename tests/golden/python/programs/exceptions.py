#% catch division by zero
try:
    print(10 / 0)
except ZeroDivisionError:
    print("You can not divide by zero!")

#% print the error
try:
    print(1 / 0)
except ZeroDivisionError as e:
    print("Error:", e)

#% value error
for text in ["12", "abc", "3.5"]:
    try:
        print(int(text) * 2)
    except ValueError:
        print("not a number:", text)

#% value error text
try:
    int("abc")
except ValueError as error:
    print(error)

#% key error text
d = {"a": 1}
try:
    print(d["b"])
except KeyError as e:
    print("missing key", e)

#% index error
items = [1, 2, 3]
try:
    print(items[5])
except IndexError as e:
    print("IndexError:", e)

#% else and finally
def divide(a, b):
    try:
        result = a / b
    except ZeroDivisionError:
        print("cannot divide")
    else:
        print("result", result)
    finally:
        print("done")

divide(6, 3)
divide(1, 0)

#% raise a value error
def set_age(age):
    if age < 0:
        raise ValueError("age must not be negative")
    return age

try:
    set_age(-1)
except ValueError as e:
    print("Problem:", e)

#% own exception
class NotEnoughMoney(Exception):
    pass

def pay(money, price):
    if money < price:
        raise NotEnoughMoney(f"{price - money} missing")
    return money - price

print(pay(10, 3))
try:
    pay(1, 3)
except NotEnoughMoney as e:
    print(type(e).__name__, e)

#% several except clauses
def test(f):
    try:
        f()
    except (KeyError, IndexError) as e:
        print("lookup", type(e).__name__)
    except TypeError:
        print("type")
    except Exception as e:
        print("other", type(e).__name__)

test(lambda: [][1])
test(lambda: {}["x"])
test(lambda: 1 + "a")
test(lambda: int("x"))

#% catch name error
try:
    print(undefined_name)
except NameError as e:
    print(e)

#% re raise
def outer():
    try:
        inner()
    except ValueError:
        print("logging")
        raise

def inner():
    raise ValueError("from inner")

try:
    outer()
except ValueError as e:
    print("caught", e)

#% assert caught
try:
    assert 1 + 1 == 3, "maths is broken"
except AssertionError as e:
    print("AssertionError:", e)

#% finally with return
def f():
    try:
        return "try"
    finally:
        print("cleanup")

print(f())

#% retry loop
attempts = ["x", "y", "7"]
number = None
for text in attempts:
    try:
        number = int(text)
        break
    except ValueError:
        print("try again")
print("got", number)

#% type error text
try:
    print("age: " + 15)
except TypeError as e:
    print("TypeError", e)

#% exception arguments
try:
    raise RuntimeError("a", 1)
except RuntimeError as e:
    print(e.args, str(e), repr(e))

#% safe average
def average(numbers):
    try:
        return sum(numbers) / len(numbers)
    except ZeroDivisionError:
        return None

print(average([1, 2, 3]), average([]))

#% recursion error caught
def forever(n):
    return forever(n + 1)

try:
    forever(0)
except RecursionError:
    print("too deep")

#% raise from
def load(text):
    try:
        return int(text)
    except ValueError as e:
        raise RuntimeError("bad file") from e

try:
    load("x")
except RuntimeError as e:
    print(e)
