"""What a function finds is kept in a book, and in that book alone."""

from tawatur.reconcile.book import Book
from tawatur.reconcile.entities import resolve
from tawatur.reconcile.kept import kept, kept_of_pair


def book_of(story):
    readings = story("أخبار اليوم\n\nوصل الوفد إلى المدينة.", "أخبار اليوم\n\nغادر الوفد المدينة.").dossier.readings
    return Book(readings, resolve(readings, ())[1])


def test_a_claim_is_asked_once_in_each_book(story):
    asked = []

    @kept
    def words(book, fact):
        asked.append(fact.id)
        return fact.text.split()

    first, second = book_of(story), book_of(story)
    one, other = first.facts[:2]
    assert words(first, one) is words(first, one)
    assert words(first, one) != words(first, other)
    assert words(second, second.facts[0]) == words(first, one)
    assert asked == [one.id, other.id, second.facts[0].id]


def test_what_is_kept_may_be_nothing_and_of_the_whole_book(story):
    asked = []

    @kept
    def nothing(book):
        asked.append(book)

    book = book_of(story)
    assert nothing(book) is nothing(book) is None
    assert asked == [book]


def test_two_claims_have_one_answer_in_either_order(story):
    @kept_of_pair
    def pair(book, left, right):
        return left.id, right.id

    book = book_of(story)
    one, other = book.facts[:2]
    assert pair(book, one, other) == pair(book, other, one) == (one.id, other.id)
