/* page: something to be read, as sections of plain blocks, before any format: what is said and
 * in which order. The formats only lay it out, so they never differ.
 *
 *   page_init -> page_section -> page_add_... in reading order -> page_html | page_plain
 *
 * Texts are lent for the page's life and hold anything: each format escapes them. A block whose
 * words are in another language than the page says so (language_of). */
#ifndef REPORT_PAGE_PAGE_H
#define REPORT_PAGE_PAGE_H

#include "base/arena.h"
#include "base/span.h"
#include "report/page/page_cell.h"
#include "report/page/page_form.h"
#include "report/page/page_way.h"
#include "view/chart.h"

#include <stdbool.h>

enum { PAGE_COLUMNS_MAX = 10, PAGE_BYTES_MAX = 4 * 1024 * 1024 };

enum page_block_kind {
    PAGE_LEAD,  /* the one phrase to see first */
    PAGE_TEXT,  /* a paragraph */
    PAGE_NOTE,  /* a word of care, set apart */
    PAGE_LIST,  /* rows of cells: [0] in strong letters (may be empty), [1] the rest */
    PAGE_FACTS, /* rows of cells: [0] name, [1] value */
    PAGE_TABLE, /* columns and rows, in groups; the first column names the row */
    PAGE_QUOTE, /* title asked, words answered, as they were written */
    PAGE_EXACT, /* words to be typed, compared or searched: title, then lines that stay whole */
    PAGE_CHART,
    PAGE_IMAGE,    /* title: what it shows; words: the image itself, as a data URI */
    PAGE_WAYS,     /* links and buttons that lead on from here */
    PAGE_NOTICE,   /* what was done, or what is wrong: title, words, ways on */
    PAGE_STEPS,    /* items in order: done, here, to come */
    PAGE_RANGES,   /* items side by side, each a range with its phrase and its words */
    PAGE_TIMELINE, /* items on the days to come */
    PAGE_TALLY,    /* so many of so many, as small boxes, with words */
    PAGE_PAGER,    /* which rows of how many are shown, and the ways to the others */
    PAGE_FORM,     /* fields to fill in */
    PAGE_FILTER,   /* one field and some choices in a line: what of a table is shown */
};

/* How much a notice matters. */
enum page_tone { PAGE_GOOD, PAGE_CARE, PAGE_WRONG };

/* Where something is shown: everywhere, not on paper, or on paper only. */
enum page_medium { PAGE_EVERYWHERE, PAGE_ON_SCREEN, PAGE_ON_PAPER };

/* A step, a range or a day. */
struct page_item {
    enum page_state state;
    struct span title;         /* of a range: the phrase */
    struct span words;         /* in small letters; of a range: what it stands beside */
    struct span figures;       /* of a range: the same in numbers */
    const struct chart *chart; /* of a range; NULL: there is none */
    int day;                   /* of a timeline, 0: today */
    bool is_here;
    struct page_item *next;
};

/* A sentence that belongs to a row of a table and stands below it. */
struct page_remark {
    struct span words;
    struct page_remark *next;
};

struct page_row {
    struct span group;       /* heading above this row; empty: none */
    struct span *cells;      /* column_count */
    struct page_cell *looks; /* column_count; NULL: all cells are plain words */
    bool is_total;
    struct page_remark *first_remark, *last_remark;
    struct page_row *next;
};

struct page_column {
    const char *title; /* NULL in all columns: the table has no head */
    bool is_number;    /* set right */
};

/* What a column is besides its title. */
struct page_column_look {
    bool is_spare; /* left out where there is little room: it stands elsewhere, too */
    const char *low, *middle, *high; /* words above the ranges in it; NULL: it has none */
};

struct page_block {
    struct arena *arena;
    enum page_block_kind kind;
    struct span title; /* caption of a table or chart, question of a quote */
    struct span words;
    struct span language; /* of words and cells; empty: the page's */
    bool is_missing;      /* a quote of nobody's words: "Left blank." */
    size_t column_count;
    struct page_column columns[PAGE_COLUMNS_MAX];
    const struct page_column_look *column_looks; /* lent; NULL: all are plain */
    struct page_row *first, *last;
    const struct chart *chart;
    bool
        has_whole_rows; /* a table whose rows stay one line in plain text: where room is short,
                              spare columns are cut with an ellipsis, and then left out */
    bool has_figures;      /* a chart whose numbers and words stand beside its marks */
    struct page_ways ways; /* what leads on: behind the words, or as a row */
    enum page_tone tone;
    enum page_medium medium;
    struct page_item *first_item, *last_item;
    size_t done, partly, all; /* of a tally; of a pager: first, last, all */
    struct page_form *form;
    struct page_block *next;
};

enum page_look {
    PAGE_PLAIN,
    PAGE_CARD,  /* consecutive cards stand side by side where there is room */
    PAGE_SHEET, /* begins a new sheet of paper */
    PAGE_BOX,   /* a frame around it */
    PAGE_SIDE,  /* in the side column, below the others where there is none */
    PAGE_SIDE_BOX,
};

struct page_section {
    struct arena *arena;
    const char *id; /* of the anchor */
    enum page_look look;
    struct span title;
    struct span note; /* a few words at the end of the heading's line */
    enum page_medium medium;
    struct page_block *first, *last;
    struct page_section *next;
};

struct page {
    struct arena *arena;
    struct span language;       /* BCP 47, of our own sentences */
    struct span title, running; /* running: on every sheet */
    struct page_section head;   /* what stands below the title, without a heading */
    struct page_section *first, *last;
};

/* page_init(arena, title, running): an empty page in `arena` called `title`, with `running` on
 * each sheet. Its language is that of the catalogue in use. */
struct page page_init(struct arena *arena, struct span title, struct span running);

/* page_section(page, look, id, title): a new last section; `id` is a word of a-z and "-". */
struct page_section *page_section(struct page *page, enum page_look look, const char *id,
                                  const char *title);

/* page_block(section, kind, title, words): a new last block, to be filled; what adds the blocks
 * below, each with what its kind needs. */
struct page_block *page_block(struct page_section *section, enum page_block_kind kind,
                              struct span title, struct span words);

/* page_add_lead(section, words), page_add_text(section, words), page_add_note(section, words):
 * one block of `words`. */
void page_add_lead(struct page_section *section, struct span words);
void page_add_text(struct page_section *section, struct span words);
void page_add_note(struct page_section *section, struct span words);

/* page_add_quote(section, question, words, language): what somebody wrote, in `language`.
 * page_add_missing(section, question, words): `words` of ours where nobody wrote any. */
void page_add_quote(struct page_section *section, struct span question, struct span words,
                    struct span language);
void page_add_missing(struct page_section *section, struct span question,
                      const char *words);

/* page_add_exact(section, title, words): the lines of `words`, none of which is ever broken, below
 * the sentence `title` (may be empty). */
void page_add_exact(struct page_section *section, struct span title, struct span words);

/* page_add_chart(section, title, chart): a picture of numbers; `chart` is lent. */
void page_add_chart(struct page_section *section, const char *title,
                    const struct chart *chart);

/* page_add_image(section, title, source): an image, told as `title` where it cannot be seen;
 * `source` is all of it, as a data URI. */
void page_add_image(struct page_section *section, struct span title, struct span source);

/* page_add_strong(section, title, words): a paragraph that begins with `title` in strong letters.
 * page_add_ways(section), page_add_steps(section), page_add_ranges(section),
 * page_add_timeline(section, words): an empty row of ways, and of items; `words` say what the days
 * are. page_item(block): a further item. page_add_notice(section, tone, title, words): what was
 * done or is wrong. page_add_tally(section, done, partly, all, words): `done` whole and `partly`
 * half boxes of `all`; `words` say the same. page_add_pager(section, first, last, all): of `all`
 * rows those from `first` to `last` are shown. What leads on is added to the ways of the block. */
struct page_block *page_add_strong(struct page_section *section, struct span title,
                                   struct span words);
struct page_block *page_add_ways(struct page_section *section);
struct page_block *page_add_steps(struct page_section *section);
struct page_block *page_add_ranges(struct page_section *section);
struct page_block *page_add_timeline(struct page_section *section, struct span words);
struct page_item *page_item(struct page_block *block);
struct page_block *page_add_notice(struct page_section *section, enum page_tone tone,
                                   struct span title, struct span words);
struct page_block *page_add_tally(struct page_section *section, size_t done,
                                  size_t partly, size_t all, struct span words);
struct page_block *page_add_pager(struct page_section *section, size_t first, size_t last,
                                  size_t all);

/* page_add_profile(section, title, chart): a chart of rows with the numbers and words of each row
 * beside its marks. page_add_form(section, form), page_add_filter(section, form, words): a form,
 * and one that chooses what of a table is shown, with `words` at its end; the ways of a filter are
 * its choices. `form` is lent. */
void page_add_profile(struct page_section *section, const char *title,
                      const struct chart *chart);
struct page_block *page_add_form(struct page_section *section, struct page_form *form);
struct page_block *page_add_filter(struct page_section *section, struct page_form *form,
                                   struct span words);

/* page_add_list(section), page_add_facts(section): an empty list of pairs, filled by
 * page_pair(block, name, value). */
struct page_block *page_add_list(struct page_section *section);
struct page_block *page_add_facts(struct page_section *section);
void page_pair(struct page_block *block, struct span name, struct span value);

/* page_add_table(section, title, columns, count): an empty table. page_row(table, group): a new
 * last row, below the heading `group` unless that is empty; its cells are to be filled.
 * page_remark(table, row, words): a further sentence below that `row` of `table`.
 * is_page_table_titled(table): whether a column has a title, so that the table has a head. */
struct page_block *page_add_table(struct page_section *section, const char *title,
                                  const struct page_column *columns, size_t count);
struct page_row *page_row(struct page_block *table, struct span group);
void page_remark(const struct page_block *table, struct page_row *row, struct span words);
bool is_page_table_titled(const struct page_block *table);

/* page_cell(table, row, column): how the cell of `row` in `column` looks, to be changed. Only the
 * words of the first cell of a row should lead anywhere: then the row needs no other link. */
struct page_cell *page_cell(const struct page_block *table, struct page_row *row,
                            size_t column);

/* is_page_empty(page): whether nothing has been added to it. */
bool is_page_empty(const struct page *page);

/* page_number(arena, value, decimals): `value` with so many decimals and a true minus sign, never
 * "-0.00"; a dash when it is not known. */
struct span page_number(struct arena *arena, double value, int decimals);

/* page_html(arena, page): one file without scripts or anything from elsewhere; prints on A4.
 * page_plain(arena, page): UTF-8, at most PAGE_PLAIN_COLUMNS wide but for exact lines; a page
 * without a title has no heading. */
enum {
    PAGE_PLAIN_COLUMNS = 88,
    PAGE_PLAIN_COLUMNS_LEAST = 32, /* of a screen for page_plain_write */
    PAGE_PLAIN_COLUMNS_MOST = 200,
};
struct span page_html(struct arena *arena, const struct page *page);
struct span page_plain(struct arena *arena, const struct page *page);

/* page_json(arena, page): the same for programs, as canonical JSON: what is said, in which order,
 * with where each way leads; nothing that was typed into a secret field. */
struct span page_json(struct arena *arena, const struct page *page);

/* page_put(context, text): takes a piece of what is written, in order. */
typedef enum status page_put(void *context, struct span text);

/* page_plain_write(arena, page, columns, put, context): the same as page_plain, with tables as wide
 * as `columns` (taken as the nearest from LEAST to MOST), piece by piece to `put` with
 * `context`, however long it is; `arena` is for the piece at work. A failure of `put` ends it. */
must_check enum status page_plain_write(struct arena *arena, const struct page *page,
                                        size_t columns, page_put *put, void *context);

#endif
