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
    PAGE_IMAGE, /* title: what it shows; words: the image itself, as a data URI */
};

/* A sentence that belongs to a row of a table and stands below it. */
struct page_remark {
    struct span words;
    struct page_remark *next;
};

struct page_row {
    struct span group;  /* heading above this row; empty: none */
    struct span *cells; /* column_count */
    bool is_total;
    struct page_remark *first_remark, *last_remark;
    struct page_row *next;
};

struct page_column {
    const char *title; /* NULL in all columns: the table has no head */
    bool is_number;    /* set right */
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
    struct page_row *first, *last;
    const struct chart *chart;
    struct page_block *next;
};

enum page_look {
    PAGE_PLAIN,
    PAGE_CARD,  /* consecutive cards stand side by side where there is room */
    PAGE_SHEET, /* begins a new sheet of paper */
};

struct page_section {
    struct arena *arena;
    const char *id; /* of the anchor */
    enum page_look look;
    struct span title;
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

/* is_page_empty(page): whether nothing has been added to it. */
bool is_page_empty(const struct page *page);

/* page_number(arena, value, decimals): `value` with so many decimals and a true minus sign, never
 * "-0.00"; a dash when it is not known. */
struct span page_number(struct arena *arena, double value, int decimals);

/* page_html(arena, page): one file without scripts or anything from elsewhere; prints on A4.
 * page_plain(arena, page): UTF-8, at most PAGE_PLAIN_COLUMNS wide but for exact lines; a page
 * without a title has no heading. */
enum { PAGE_PLAIN_COLUMNS = 88 };
struct span page_html(struct arena *arena, const struct page *page);
struct span page_plain(struct arena *arena, const struct page *page);

/* page_put(context, text): takes a piece of what is written, in order. */
typedef enum status page_put(void *context, struct span text);

/* page_plain_write(arena, page, put, context): the same as page_plain, piece by piece to `put` with
 * `context`, however long it is; `arena` is for the piece at work. A failure of `put` ends it. */
must_check enum status page_plain_write(struct arena *arena, const struct page *page,
                                        page_put *put, void *context);

#endif
