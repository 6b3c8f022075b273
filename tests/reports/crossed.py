"""Shares in a table of two groupings of which few persons may not be told: what must hold of any answer, whichever cells it hides.

	faults({(row, column): (better, others)}, {(row, column): share in per cent or None})	-> [fault]

A reader knows each row's and each column's sums, of those who were better and of those who were not, and which cells are of nobody.
"""

from fractions import Fraction

LEAST = 5
NEAR = Fraction(1, 10**6)


def few(number):
    return 0 < number < LEAST


def is_few(cell):
    return sum(cell) > 0 and (sum(cell) < LEAST or few(cell[0]) or few(cell[1]))


def another_table(cells, hidden, cell, part):
    """Can this hidden cell hold another number, with all sums as they are?  One more in it is one less in another of its row, and so on
    around, until it comes back to its column (or the other way round): along hidden cells that have one to give, and keep somebody."""
    def can_give(one):
        return cells[one][part] > 0 and sum(cells[one]) > 1

    for more in (True, False):
        if not more and not can_give(cell):
            continue
        # Rows that have one too many (or, in turn, too few), each put right by a hidden cell of it, which puts a column wrong.
        rows, columns, waiting = {cell[0]}, set(), [cell[0]]
        while waiting:
            row = waiting.pop()
            for one in hidden:
                if one == cell or one[0] != row or one[1] in columns or (more and not can_give(one)):
                    continue
                columns.add(one[1])
                for other in hidden:
                    if other != cell and other[1] == one[1] and other[0] not in rows and (more or can_give(other)):
                        rows.add(other[0])
                        waiting.append(other[0])
        if cell[1] in columns:
            return True
    return False


def follow(cells, hidden):
    """The cells of few whose numbers can be computed from the sums."""
    return {cell for cell in hidden if is_few(cells[cell]) and not all(another_table(cells, hidden, cell, part) for part in (0, 1))}


def told_sums(cells, hidden):
    """Lines of which a few are hidden together, so that their sum tells them; but not where all of the line are few anyway."""
    out = set()
    for axis in (0, 1):
        for line in {cell[axis] for cell in cells}:
            for part in ((0,), (1,), (0, 1)):
                of = [cell for cell in cells if cell[axis] == line]
                number = [sum(cells[cell][one] for cell in of if cell in which for one in part) for which in (hidden, set(of))]
                if few(number[0]) and not few(number[1]):
                    out.add((line, part))
    return out


def faults(cells, shares):
    somebody = {cell for cell, numbers in cells.items() if sum(numbers) > 0}
    hidden = {cell for cell in somebody if shares[cell] is None}
    out = []
    for cell, share in shares.items():
        numbers = cells[cell]
        if share is not None and (sum(numbers) == 0 or abs(Fraction(share) - Fraction(100 * numbers[0], sum(numbers))) > NEAR * 100):
            out.append(f"{cell}: the share is {share}, of {numbers}")
        if share is not None and is_few(numbers):
            out.append(f"{cell}: {numbers} are few, and told")
    helpless = follow(cells, somebody)
    out += [f"{cell}: {cells[cell]} follows from what is told" for cell in sorted(follow(cells, hidden) - helpless)]
    out += [f"{line}: those hidden of it are few, and follow from its sum" for line in sorted(told_sums(cells, hidden))]
    for cell in sorted(hidden):
        less = hidden - {cell}
        if not is_few(cells[cell]) and not follow(cells, less) - helpless and not told_sums(cells, less):
            out.append(f"{cell}: {cells[cell]} is hidden for nothing")
    return out
