/*
 * figures.h - what a report consists of: tables of figures, as XML that is kept, drawn, written as CSV and compared.
 * domain/: may use base/, sql/, xml/, rule/, web/.
 *
 *	<figures name="stock" [persons="yes"] [few="hide"]>
 *	  <figures-column name="opened" kind="count" [adds="total"]/>
 *	  <figures-row name="2026-01-01" [kind="month"] [title="..."] [total="yes"]>
 *	    <figure column="opened" [value="12"] [numerator denominator] [n of] [list="opened"] [why="no-rate"] [mark="above"]/>
 *
 * A table's label is report.REPORT.NAME, a column's report.REPORT.TABLE.column.NAME or report.REPORT.column.NAME, a row's its title (words that are data), what its kind
 * says (month, quarter, year, date: the name is the first day), or report.REPORT.row.NAME.  A figure without a value is drawn as "–", with label
 * figures.why.WHY.  Values are written with a point and never rounded before they are compared.
 */
#ifndef SAMSPIL_DOMAIN_REPORT_FIGURES_H
#define SAMSPIL_DOMAIN_REPORT_FIGURES_H

#include <libxml/tree.h>
#include <stdbool.h>

/* How a column's figures are written: whole numbers; a share in per cent with one decimal; a decimal; kroner; millions of kroner; days; weeks; a word; a year. */
enum figure_kind { FIGURE_COUNT, FIGURE_SHARE, FIGURE_DECIMAL, FIGURE_KRONER, FIGURE_MILLIONS, FIGURE_DAYS, FIGURE_WEEKS, FIGURE_POINTS, FIGURE_WORD, FIGURE_YEAR };

/*
 * What may be told of few people.  OPEN: no persons are counted, or the reader may open the lists and so sees all.  HIDE: for nobody.
 * BY_READER: hidden from those who may not open the lists.  ROUND: the report itself hid them from everybody.  To those who may not open the lists
 * all but OPEN is told in round figures: figures_round.h.
 */
enum figures_few { FEW_OPEN, FEW_BY_READER, FEW_HIDE, FEW_ROUND };

/* A table, appended to <report>; a column, in order; a row.  Names are ASCII words; title may be NULL.  All borrowed by the tree. */
xmlNode *figures_add(xmlNode *report, const char *name, enum figures_few few);
void figures_column(xmlNode *figures, const char *name, enum figure_kind kind);
void figures_column_of(xmlNode *figures, const char *name, enum figure_kind kind, const char *period);	/* a month or year: the name is its first day */
xmlNode *figures_row(xmlNode *figures, const char *name, const char *kind, const char *title);
xmlNode *figures_total(xmlNode *figures, const char *name);

/* Is name among names (with spaces between)? */
bool figures_names(const char *names, const char *name);

/*
 * The columns of which one is the sum of the others ("total": "job education none"), and whether its rows add up to its total row: by which few
 * people are hidden also from subtraction.  To be said of every table of persons that is not FEW_OPEN.
 */
void figures_parts(xmlNode *figures, const char *total, const char *parts);

/* Columns of means that say of how many they are, as shares do without it being said: cells of their own in a file. */
void figures_counted(xmlNode *figures, const char *columns /* names with spaces between */);

/* Columns that stand side by side and are about the same: a head above theirs, label report.REPORT.group.NAME. */
void figures_group(xmlNode *figures, const char *name, const char *columns /* names with spaces between */);

/*
 * A table whose columns tell of each other (what was there, and what came, is what went and what is there), so that hiding one is not enough.
 * WHOLE_ROWS: a row of few people is hidden whole, and the smallest others with it, until what is hidden is two rows and of nobody or five in each
 * column.  WHOLE_TABLE: all of its rows but the total, since each begins where the one before ended.
 */
enum figures_whole { WHOLE_ROWS, WHOLE_TABLE };
void figures_whole(xmlNode *figures, enum figures_whole what);

/*
 * Rows that are there because somebody is in them tell that somebody is: to those who may not open the lists a table has none of few people.
 * ROWS_COME: a row of a kind of people (a department, a language); one that counts fewer than five does not appear, nor one without any number of which
 * nothing is told.  What stays are the total and what a table hides with it, as of all rows.  ROWS_END: rows that go on as long as somebody is left; those at
 * the end of which nothing is told do not appear.
 */
enum figures_rows { ROWS_COME, ROWS_END };
void figures_rows(xmlNode *figures, enum figures_rows what);

/*
 * A row's figure in a column.  list: the report's list of who they are (report.h), NULL for none, as a count of nobody has.  share: denominator 0 gives no value, why
 * "nobody", as a decimal does that is no number.  decimal: value with so many decimals is what is shown, all are kept; n of `of` are those it is a mean of (of < 0: not told).
 */
xmlNode *figure_count(xmlNode *row, const char *column, long long count, const char *list);
xmlNode *figure_share(xmlNode *row, const char *column, long long numerator, long long denominator, const char *list);
xmlNode *figure_decimal(xmlNode *row, const char *column, double value, int decimals, long long n, long long of, const char *list);
xmlNode *figure_money(xmlNode *row, const char *column, long long hundredths);	/* KRONER: øre; MILLIONS: hundredths of a million */
xmlNode *figure_word(xmlNode *row, const char *column, const char *key);		/* label report.REPORT.word.KEY */
xmlNode *figure_day(xmlNode *row, const char *column, const char *iso);		/* a day; in a column of words, as is a text: words that are data */
xmlNode *figure_text(xmlNode *row, const char *column, const char *text);
xmlNode *figure_none(xmlNode *row, const char *column, const char *why);
void figure_few(xmlNode *figure);						/* it tells of few people, which its own numbers do not say */
void figure_open(xmlNode *figure);						/* it tells of no persons: never hidden, never rounded */
void figure_others(xmlNode *figure, double value, int decimals);		/* what it is to those who may not open the lists, as it stands */
void figure_others_mean(xmlNode *figure, double value);				/* the same, of a mean (or a difference of such) that is in round figures already */
void figure_others_word(xmlNode *figure, const char *key);
void figure_others_mark(xmlNode *figure, const char *mark);			/* what that is marked with: without, it has no mark to them */
void figure_mark(xmlNode *figure, const char *mark);				/* label figures.mark.MARK: above, below, within, budget, forecast ... */

/* What it says in short, beside the tables: label report.REPORT.brief.NAME; of the same kinds as a column. */
xmlNode *figures_brief(xmlNode *report, const char *name, enum figure_kind kind);	/* a row: its figure has column "value" */
void figures_brief_open(xmlNode *brief);						/* it tells of no persons: never hidden, never rounded */

/* A notice of the report's own: label report.REPORT.note.KEY, what stands in more (a text that is data, NULL: nothing) behind it. */
void figures_note(xmlNode *report, const char *key, const char *more);
void figures_note_few(xmlNode *report, const char *key, const char *more, const char *others);	/* others: what more is to those who may not open the lists; NULL: they are told nothing */

/*
 * A chart of a table: its rows along the x axis (but totals), the columns as bars beside each other, bars on each other, or lines.  Its coordinates are computed
 * when it is drawn, from what may be shown: chart, table and text alternative say the same.
 */
enum figures_chart { CHART_BARS, CHART_STACK, CHART_LINES, CHART_STEPS };
void figures_chart(xmlNode *report, const char *figures, enum figures_chart kind, const char *columns /* names with spaces between */);

/*
 * Hide what may not be told: figures lose their values, or why they have none (but for reasons that are no matter of how many people there are), and get
 * hidden="yes".  opens_lists: this reader sees who they are anyway; to others, and in each
 * file that is taken away, the rest is round figures (figures_round.h), and note "rounded" says so.
 */
void figures_hide(xmlNode *report, bool opens_lists);

/* Are those who may not open the lists (and so each file) told something else of it than those who may? */
bool figures_differ(const xmlNode *report);

/* Give every <figures-chart> its coordinates (page.rng says which); one that has nothing to draw gets empty: "none", "zero" or "hidden". */
void figures_draw(xmlNode *report);

#endif
