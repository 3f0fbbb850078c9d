/* Who opened what, the last first; and whether the log is whole. */
#include "app/desk/office/log/access_log.h"
#include "app/desk/pages/pages_link.h"
#include "app/desk/pages/pages_turn.h"
#include "app/desk/pages/pages_words.h"
#include "base/clock.h"
#include "base/words.h"

enum { ABOUT_WORDS = 60, LONG_BYTES = 24, SHOWN_BYTES = 8 };

/* The rows of one page, in a ring: which are the last is known at the end only. */
struct gathering {
    struct arena *arena;
    struct row {
        int64_t number, time_s;
        struct span who, what, about;
        bool is_signed;
    } rows[PAGES_ROWS];
    int64_t below; /* only rows with a lower number; 0: all */
    size_t count;
};

static enum status take(void *context, const struct deed *deed)
{
    struct gathering *gathering = context;
    if (gathering->below && deed->number >= gathering->below)
        return OK;
    gathering->rows[gathering->count++ % PAGES_ROWS] =
        (struct row){.number = deed->number,
                     .time_s = deed->time_s,
                     .who = span_copy(gathering->arena, deed->who),
                     .what = span_copy(gathering->arena, deed->what),
                     .about = span_copy(gathering->arena, deed->about),
                     .is_signed = deed->signature.count != 0};
    return OK;
}

/* What it is about, with numbers of records and papers as long as people compare them. */
static struct span about_words(struct arena *arena, struct span about)
{
    struct span words[ABOUT_WORDS], word;
    size_t count = 0;
    while (about.count && count < ABOUT_WORDS && span_next(&about, ' ', &word)) {
        const bool has_comma = word.count && word.data[word.count - 1] == ',';
        words[count++] = word.count < LONG_BYTES
                             ? word
                             : span_format(arena, "%.*s…%s", SHOWN_BYTES, word.data,
                                           has_comma ? "," : "");
    }
    return span_join(arena, words, count, " ");
}

static void row_add(struct pages_turn *turn, struct page_block *table,
                    const struct row *row)
{
    struct page_row *line = page_row(table, SPAN(""));
    line->cells[0] = span_format(turn->arena, "%lld", (long long)row->number);
    line->cells[1] =
        span_format(turn->arena, "%.*s, %.*s",
                    SPAN_ARGS(pages_words_day(
                        turn->arena, clock_date(turn->arena, row->time_s * 1000))),
                    SPAN_ARGS(clock_time(turn->arena, row->time_s * 1000)));
    line->cells[2] = row->who;
    line->cells[3] = row->what;
    line->cells[4] = about_words(turn->arena, row->about);
    line->cells[5] = row->is_signed ? WS("signed") : SPAN("");
}

static void pager_add(struct pages_turn *turn, struct page_section *section,
                      const struct gathering *gathering, size_t shown,
                      const struct access_log *log)
{
    if (!shown || log->count <= PAGES_ROWS)
        return;
    const struct row *last = &gathering->rows[(gathering->count - shown) % PAGES_ROWS];
    const struct row *first = &gathering->rows[(gathering->count - 1) % PAGES_ROWS];
    struct page_block *pager =
        page_add_pager(section, (size_t)last->number, (size_t)first->number, log->count);
    if (gathering->below)
        page_way_add(turn->arena, &pager->ways, PAGE_WAY_LINK, WS("The last ones"),
                     SPAN("/audit/log"));
    if (last->number > 1)
        page_way_add(
            turn->arena, &pager->ways, PAGE_WAY_LINK, WS("Those before"),
            pages_link_with(turn->arena, SPAN("/audit/log"), "from",
                            span_format(turn->arena, "%lld", (long long)last->number)));
}

enum status pages_log(struct pages_turn *turn)
{
    const struct page_column columns[] = {{W("No."), 0},   {W("When"), 0},
                                          {W("Who"), 0},   {W("What"), 0},
                                          {W("About"), 0}, {W("Signature"), 0}};
    struct gathering *gathering = arena_new(turn->operation->arena, struct gathering);
    struct access_log log = {0};
    gathering->arena = turn->operation->arena;
    pages_turn_begin(turn, WS("Who opened what"));
    pages_turn_crumb(turn, WS("Audit"), SPAN("/audit"));
    pages_turn_crumb(turn, WS("Who opened what"), SPAN(""));
    page_way_add(turn->arena, &turn->shell.actions, PAGE_WAY_BUTTON, WS("Tables to take"),
                 SPAN("/export"));
    span_to_integer(pages_turn_field(turn, "from"), &gathering->below);
    const enum status status =
        access_log_read(&turn->operation->office, take, gathering, &log);
    if (status != OK)
        return status;
    if (log.fault.count)
        page_add_notice(&turn->page.head, PAGE_WRONG, WS("The log is not whole."),
                        span_format(turn->arena,
                                    W("%.*s. Keep this folder as it is, and compare it "
                                      "with a backup."),
                                    SPAN_ARGS(log.fault)));
    struct page_section *section =
        page_section(&turn->page, PAGE_PLAIN, "rows", W("Entries, the last first"));
    section->note =
        span_format(turn->arena,
                    log.fault.count ? W("Entries: %zu, signed: %zu")
                                    : W("Entries: %zu, signed: %zu; none is missing"),
                    log.count, log.signed_count);
    struct page_block *table =
        page_add_table(section, "", columns, sizeof columns / sizeof *columns);
    const size_t shown = gathering->count < PAGES_ROWS ? gathering->count : PAGES_ROWS;
    for (size_t i = 1; i <= shown; i++)
        row_add(turn, table, &gathering->rows[(gathering->count - i) % PAGES_ROWS]);
    pager_add(turn, section, gathering, shown, &log);
    page_add_text(section, WS("An entry is written before the page is shown. None can be "
                              "taken out or moved without breaking the chain. Long "
                              "numbers are cut here; the tables have them whole."));
    return OK;
}
