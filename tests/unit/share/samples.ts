/** Ordinary text, written for these tests. */
export const SAMPLES = {
  code: `# a queue of tasks, the most urgent one first
import heapq

class Tasks:
    def __init__(self):
        self.heap = []
        self.count = 0

    def add(self, name, urgency=0):
        """Adds a task; a higher urgency comes out earlier."""
        heapq.heappush(self.heap, (-urgency, self.count, name))
        self.count += 1

    def take(self):
        if not self.heap:
            return None
        urgency, _, name = heapq.heappop(self.heap)
        return name

def average(numbers):
    total = 0
    for number in numbers:
        total += number
    return total / len(numbers) if numbers else 0
`,
  English: `Write a function that takes a list of names and gives back the longest one. When two names are equally long, the one that stands first in the list wins. An empty list has no longest name, so the answer is None. Please do not use any library, and explain every line with a short comment, because my little sister wants to read it tomorrow. She knows what a loop is, but she has never seen a function before, and she would like to try it with the names of her friends.`,
  German: `Schreibe eine Funktion, die eine Liste von Namen bekommt und den längsten davon zurückgibt. Sind zwei Namen gleich lang, so gewinnt der, der weiter vorne in der Liste steht. Eine leere Liste hat keinen längsten Namen, dann ist die Antwort None. Bitte benutze keine Bibliothek und erkläre jede Zeile mit einem kurzen Kommentar, denn meine kleine Schwester möchte sie morgen lesen. Sie weiß, was eine Schleife ist, aber sie hat noch nie eine Funktion gesehen.`,
  Greek: `Γράψε μια συνάρτηση που παίρνει μια λίστα με ονόματα και επιστρέφει το πιο μεγάλο από αυτά. Όταν δύο ονόματα έχουν το ίδιο μήκος, κερδίζει αυτό που βρίσκεται πρώτο στη λίστα. Μια άδεια λίστα δεν έχει μεγάλο όνομα, και τότε η απάντηση είναι None. Μη χρησιμοποιήσεις καμία βιβλιοθήκη και εξήγησε κάθε γραμμή με ένα σύντομο σχόλιο, γιατί η μικρή μου αδελφή θέλει να το διαβάσει αύριο.`,
  Russian: `Напиши функцию, которая получает список имён и возвращает самое длинное из них. Если два имени одинаковой длины, побеждает то, которое стоит в списке раньше. У пустого списка нет самого длинного имени, тогда ответ None. Пожалуйста, не используй библиотеки и объясни каждую строку коротким комментарием, потому что моя младшая сестра хочет прочитать её завтра. Она знает, что такое цикл, но ещё никогда не видела функции.`,
  Hindi: `एक फ़ंक्शन लिखो जो नामों की एक सूची लेता है और उनमें से सबसे लंबा नाम लौटाता है। अगर दो नाम बराबर लंबे हों, तो वह नाम जीतता है जो सूची में पहले आता है। खाली सूची में कोई नाम नहीं होता, तब उत्तर None है। कृपया कोई लाइब्रेरी मत लो और हर पंक्ति को एक छोटी टिप्पणी से समझाओ, क्योंकि मेरी छोटी बहन उसे कल पढ़ना चाहती है। वह जानती है कि लूप क्या है, लेकिन उसने कभी फ़ंक्शन नहीं देखा। वह अपनी सहेलियों के नामों से इस फ़ंक्शन को चलाकर देखना चाहती है। अगर सूची में केवल एक नाम हो, तो फ़ंक्शन वही नाम लौटाता है।`,
  Chinese: `请写一个函数,它接收一个名字的列表,返回其中最长的名字。如果两个名字一样长,就返回列表里排在前面的那个名字。空的列表里没有最长的名字,这时返回空值。请不要使用任何库,并且用简短的注释解释每一行,因为我的妹妹明天想读这个函数。她知道什么是循环,但是她从来没有见过函数,她想用朋友的名字来试一试这个函数。`,
  Arabic: `اكتب دالة تأخذ قائمة من الأسماء وتعيد أطول اسم فيها. إذا كان هناك اسمان بنفس الطول فإن الاسم الذي يأتي أولا في القائمة هو الذي يفوز. القائمة الفارغة ليس فيها أطول اسم وعندها يكون الجواب لا شيء. من فضلك لا تستخدم أي مكتبة واشرح كل سطر بتعليق قصير لأن أختي الصغيرة تريد أن تقرأ الدالة غدا. هي تعرف ما هي الحلقة ولكنها لم تر دالة من قبل.`,
  emoji: `😀😃😄😁😆😅😂🙂🙃😉😊😇🐶🐱🐭🐹🐰🦊🐻🐼🍎🍐🍊🍋🍌🍉🍇🍓 the 🐶 eats an 🍎, the 🐱 eats a 🍐, 🐭 and 🐹 share a 🍉. 😀😃😄😁 who is happy? 🐶🐱🐭🐹🐰 all of them! 🎉🎉🎉 🚀🚀 to the 🌙 and back 🌍 😊😊😇`,
} as const;
