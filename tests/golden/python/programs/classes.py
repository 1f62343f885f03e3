#% a dog
class Dog:
    def __init__(self, name):
        self.name = name

    def bark(self):
        return self.name + " says woof"

rex = Dog("Rex")
print(rex.bark())
print(rex.name)

#% bank account
class Account:
    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance

    def deposit(self, amount):
        self.balance += amount

    def withdraw(self, amount):
        if amount > self.balance:
            print("Not enough money")
            return
        self.balance -= amount

    def __str__(self):
        return f"{self.owner}: {self.balance:.2f}"

a = Account("Mia", 50)
a.deposit(25.5)
a.withdraw(100)
a.withdraw(10)
print(a)

#% inheritance
class Animal:
    def __init__(self, name):
        self.name = name

    def speak(self):
        return "..."

class Cat(Animal):
    def speak(self):
        return self.name + ": meow"

class Cow(Animal):
    def speak(self):
        return self.name + ": moo"

for animal in [Cat("Tom"), Cow("Bella"), Animal("It")]:
    print(animal.speak())

#% super
class Person:
    def __init__(self, name):
        self.name = name

class Student(Person):
    def __init__(self, name, school):
        super().__init__(name)
        self.school = school

s = Student("Leo", "Gymnasium")
print(s.name, s.school, isinstance(s, Person), issubclass(Student, Person))

#% class variable
class Counter:
    count = 0

    def __init__(self):
        Counter.count += 1

Counter()
Counter()
print(Counter.count)

#% repr in a list
class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __repr__(self):
        return f"Point({self.x}, {self.y})"

print([Point(1, 2), Point(3, 4)])
print(Point(0, 0))

#% operators
class Vector:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __mul__(self, k):
        return Vector(self.x * k, self.y * k)

    def __eq__(self, other):
        return self.x == other.x and self.y == other.y

    def __str__(self):
        return "(%d, %d)" % (self.x, self.y)

print(Vector(1, 2) + Vector(3, 4))
print(Vector(1, 2) * 3, Vector(1, 1) == Vector(1, 1), Vector(1, 1) != Vector(1, 2))

#% len and getitem
class Deck:
    def __init__(self):
        self.cards = ["A", "K", "Q"]

    def __len__(self):
        return len(self.cards)

    def __getitem__(self, i):
        return self.cards[i]

    def __contains__(self, card):
        return card in self.cards

d = Deck()
print(len(d), d[0], "K" in d, "J" in d)
for card in d:
    print(card)

#% property
class Circle:
    def __init__(self, r):
        self.r = r

    @property
    def area(self):
        return 3 * self.r ** 2

print(Circle(2).area)

#% property with setter
class Thermometer:
    def __init__(self):
        self._celsius = 0

    @property
    def fahrenheit(self):
        return self._celsius * 9 / 5 + 32

    @fahrenheit.setter
    def fahrenheit(self, value):
        self._celsius = (value - 32) * 5 / 9

t = Thermometer()
t.fahrenheit = 212
print(t._celsius, t.fahrenheit)

#% static and class methods
class Temperature:
    def __init__(self, celsius):
        self.celsius = celsius

    @staticmethod
    def to_fahrenheit(c):
        return c * 9 / 5 + 32

    @classmethod
    def freezing(cls):
        return cls(0)

print(Temperature.to_fahrenheit(100), Temperature.freezing().celsius)

#% stack class
class Stack:
    def __init__(self):
        self.items = []

    def push(self, item):
        self.items.append(item)

    def pop(self):
        if self.is_empty():
            return None
        return self.items.pop()

    def is_empty(self):
        return len(self.items) == 0

s = Stack()
s.push(1)
s.push("two")
print(s.pop(), s.pop(), s.pop())

#% linked list
class Node:
    def __init__(self, value, next=None):
        self.value = value
        self.next = next

head = Node(1, Node(2, Node(3)))
node = head
while node is not None:
    print(node.value, end=" -> ")
    node = node.next
print("None")

#% binary tree
class Tree:
    def __init__(self, value):
        self.value = value
        self.left = None
        self.right = None

    def insert(self, value):
        if value < self.value:
            if self.left is None:
                self.left = Tree(value)
            else:
                self.left.insert(value)
        else:
            if self.right is None:
                self.right = Tree(value)
            else:
                self.right.insert(value)

    def walk(self):
        result = []
        if self.left:
            result += self.left.walk()
        result.append(self.value)
        if self.right:
            result += self.right.walk()
        return result

root = Tree(5)
for v in [3, 8, 1, 4, 9]:
    root.insert(v)
print(root.walk())

#% sort objects
class Player:
    def __init__(self, name, score):
        self.name = name
        self.score = score

    def __lt__(self, other):
        return self.score < other.score

players = [Player("Ann", 3), Player("Ben", 1), Player("Cem", 2)]
for p in sorted(players):
    print(p.name)
print(max(players, key=lambda p: p.score).name)

#% class name and attributes
class Book:
    pass

b = Book()
b.title = "Momo"
print(b.title, type(b).__name__, hasattr(b, "title"), hasattr(b, "pages"))
print(getattr(b, "pages", 0))
setattr(b, "pages", 304)
print(b.pages)

#% iterator class
class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n + 1

print(list(Countdown(3)))

#% instance dict
class Pet:
    def __init__(self, name, kind):
        self.name = name
        self.kind = kind

print(Pet("Tom", "cat").__dict__)
print(vars(Pet("Rex", "dog")))

#% with statement
class Door:
    def __enter__(self):
        print("open")
        return self

    def __exit__(self, kind, value, trace):
        print("close")

with Door():
    print("inside")

#% callable object
class Multiplier:
    def __init__(self, k):
        self.k = k

    def __call__(self, x):
        return self.k * x

triple = Multiplier(3)
print(triple(5), callable(triple))

#% rock paper scissors
class Hand:
    beats = {"rock": "scissors", "scissors": "paper", "paper": "rock"}

    def __init__(self, kind):
        self.kind = kind

    def against(self, other):
        if self.kind == other.kind:
            return "draw"
        return "win" if Hand.beats[self.kind] == other.kind else "lose"

print(Hand("rock").against(Hand("scissors")))
print(Hand("rock").against(Hand("paper")))

#% comparing without eq
class Coin:
    pass

a = Coin()
b = a
print(a == b, a == Coin(), a is b)
