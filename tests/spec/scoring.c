/* questionnaires/SCORING.md is run: of every box marked scoring the lines above its hyphens are
 * worked out again, and what comes out must be the lines below them, numbers to the last digit
 * that is printed there. */
#include "base/buffer.h"
#include "base/chance.h"
#include "base/file.h"
#include "measure/agreement.h"
#include "measure/gap.h"
#include "measure/matrix.h"
#include "measure/moments.h"
#include "measure/quality.h"
#include "measure/resonance.h"
#include "measure/situations.h"
#include "scoring/basis/basis_means.h"
#include "scratch.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { ROWS_MAX = 64, WORDS_MAX = 64, OBJECTS_MAX = 26 };

/* One line above the hyphens: its words, and those of them that are numbers. */
struct row {
    struct span words[WORDS_MAX];
    double numbers[WORDS_MAX]; /* NAN where the word is none */
    size_t count;
};

struct box {
    struct span kind; /* "choices" of "scoring-choices" */
    struct row rows[ROWS_MAX];
    size_t row_count;
    struct span expected;
    size_t line;
};

static struct row row_of(struct span line)
{
    struct row row = {0};
    struct span word;
    while (span_next(&line, ' ', &word)) {
        assert_true(row.count < WORDS_MAX);
        row.numbers[row.count] = NAN;
        (void)span_to_number(word, &row.numbers[row.count]);
        row.words[row.count++] = word;
    }
    return row;
}

/* The row that begins with `name` after `skipped` others that do; NULL: there is none. */
static const struct row *find(const struct box *box, const char *name, size_t skipped)
{
    for (size_t i = 0; i < box->row_count; i++)
        if (is_span(box->rows[i].words[0], name) && !skipped--)
            return &box->rows[i];
    return NULL;
}

static const struct row *need(const struct box *box, const char *name, size_t skipped)
{
    const struct row *row = find(box, name, skipped);
    if (!row)
        fail_msg("SCORING.md:%zu: a row \"%s\" is missing", box->line, name);
    return row;
}

/* The number that stands after the word `name` in `row`. */
static double after(const struct row *row, const char *name)
{
    for (size_t i = 0; i + 1 < row->count; i++)
        if (is_span(row->words[i], name))
            return row->numbers[i + 1];
    return NAN;
}

/* The numbers of all rows that begin with `name`, row by row. */
static double *table_of(const struct box *box, const char *name, size_t *out_rows,
                        size_t *out_columns)
{
    double *cells = arena_array(&scratch, double, ROWS_MAX *WORDS_MAX);
    size_t rows = 0;
    *out_columns = need(box, name, 0)->count - 1;
    for (const struct row *row; (row = find(box, name, rows)); rows++) {
        assert_int_equal(row->count - 1, *out_columns);
        memcpy(cells + rows * *out_columns, row->numbers + 1,
               *out_columns * sizeof *cells);
    }
    *out_rows = rows;
    return cells;
}

static uint64_t seed_of(const struct box *box)
{
    const struct span text = need(box, "seed", 0)->words[1];
    char digits[17] = "";
    assert_int_equal(text.count, 16);
    memcpy(digits, text.data, text.count);
    return strtoull(digits, NULL, 16);
}

static void put(struct buffer *out, const char *name, const double *values, size_t count)
{
    buffer_text(out, name);
    for (size_t i = 0; i < count; i++)
        buffer_format(out, " %.6f", values[i]);
    buffer_text(out, "\n");
}

static void put_one(struct buffer *out, const char *name, double value)
{
    put(out, name, &value, 1);
}

/* "block A B C D best A worst D": letters are objects, A the first. */
static struct bestworst_block *blocks_of(const struct box *box, size_t *out_count)
{
    struct bestworst_block *blocks =
        arena_array(&scratch, struct bestworst_block, ROWS_MAX);
    size_t count = 0;
    for (const struct row *row; (row = find(box, "block", count)); count++) {
        size_t *objects = arena_array(&scratch, size_t, row->count);
        struct bestworst_block *block = &blocks[count];
        const size_t shown = row->count - 5;
        *block = (struct bestworst_block){.objects = objects, .object_count = shown};
        for (size_t i = 0; i < shown; i++) {
            const struct span word = row->words[i + 1];
            objects[i] = (size_t)(word.data[0] - 'A');
            assert_true(objects[i] < OBJECTS_MAX);
            if (is_span_equal(word, row->words[shown + 2]))
                block->best = (int)i;
            if (is_span_equal(word, row->words[shown + 4]))
                block->worst = (int)i;
        }
    }
    *out_count = count;
    return blocks;
}

static void run_choices(const struct box *box, struct buffer *out)
{
    size_t block_count, objects = 0;
    const struct bestworst_block *blocks = blocks_of(box, &block_count);
    for (size_t b = 0; b < block_count; b++)
        for (size_t i = 0; i < blocks[b].object_count; i++)
            if (blocks[b].objects[i] >= objects)
                objects = blocks[b].objects[i] + 1;
    struct bestworst_tally tallies[OBJECTS_MAX];
    struct bestworst_utilities fit;
    bestworst_count(blocks, block_count, objects, tallies);
    bestworst_fit(&scratch, blocks, block_count, objects, BESTWORST_TAU, &fit);
    for (size_t i = 0; i < objects; i++)
        buffer_format(
            out, "%c shown %zu best %zu worst %zu score %.6f utility %.6f se %.6f\n",
            (char)('A' + i), tallies[i].shown, tallies[i].best, tallies[i].worst,
            bestworst_score(tallies[i]), fit.utility[i], fit.se[i]);
    put_one(out, "log-likelihood", fit.loglik);
    put_one(out, "rlh", fit.rlh);
}

static const char *phrase(const struct resonance *figure)
{
    static const char *const words[] = {
        [RESONANCE_UNCLEAR] = "not-clear",
        [RESONANCE_CLEARLY_ALIGNED] = "clearly-aligned",
        [RESONANCE_LEANING_ALIGNED] = "leaning-aligned",
        [RESONANCE_LEANING_DIFFERENT] = "leaning-different",
        [RESONANCE_CLEARLY_DIFFERENT] = "clearly-different",
    };
    return words[resonance_phrase(figure->lo, figure->hi)];
}

static void run_figure(const struct box *box, struct buffer *out)
{
    struct resonance_input input = {.seed = seed_of(box),
                                    .draw_count = RESONANCE_DRAW_COUNT,
                                    .importance = need(box, "importance", 0)->numbers + 1,
                                    .norm = need(box, "norm", 0)->numbers + 1};
    struct resonance figure;
    double gates[WORDS_MAX], column[ROWS_MAX];
    const double *ratings =
        table_of(box, "rater", &input.rater_count, &input.dimension_count);
    input.ratings = ratings;
    input.blocks = blocks_of(box, &input.block_count);
    resonance_score(&scratch, &input, 1, &figure);
    assert_int_equal(figure.absence, RESONANCE_FIGURE);
    for (size_t j = 0; j < input.dimension_count; j++) {
        for (size_t i = 0; i < input.rater_count; i++)
            column[i] = ratings[i * input.dimension_count + j];
        gates[j] = resonance_gate(column, input.rater_count);
    }
    put(out, "s", figure.score, input.dimension_count);
    put(out, "y", figure.target, input.dimension_count);
    put(out, "gate", gates, input.dimension_count);
    put(out, "w", figure.weight, input.dimension_count);
    put(out, "se", figure.score_se, input.dimension_count);
    put_one(out, "crystallization", figure.crystallization);
    put_one(out, "raw", figure.raw);
    put_one(out, "R", figure.figure);
    put_one(out, "se_z", figure.se_z);
    put_one(out, "low", figure.lo);
    put_one(out, "high", figure.hi);
    buffer_format(out, "phrase %s\n", phrase(&figure));
}

static void run_gap(const struct box *box, struct buffer *out)
{
    static const char *const flags[] = {[GAP_NONE] = "none",
                                        [GAP_MAY_MISS] = "may-miss",
                                        [GAP_MAY_FIND_MORE] = "may-find-more"};
    for (size_t i = 0; i < box->row_count; i++) {
        const struct row *row = &box->rows[i];
        const struct gap gap =
            gap_compare(after(row, "person"), after(row, "sem"), after(row, "here"),
                        after(row, "sd"), (size_t)after(row, "raters"));
        buffer_format(out, "gap %.6f se %.6f flag %s\n", gap.gap, gap.se,
                      flags[gap.flag]);
    }
}

static void run_holm(const struct box *box, struct buffer *out)
{
    double adjusted[WORDS_MAX];
    const struct row *p = need(box, "p", 0);
    gap_holm(p->numbers + 1, p->count - 1, adjusted);
    put(out, "adjusted", adjusted, p->count - 1);
}

static void run_means(const struct box *box, struct buffer *out)
{
    struct dimension_basis *dimensions =
        arena_array(&scratch, struct dimension_basis, WORDS_MAX);
    struct basis basis = {.dimensions = dimensions};
    double column[ROWS_MAX], mean[WORDS_MAX], se[WORDS_MAX];
    double *rows = table_of(box, "rater", &basis.rater_count, &basis.dimension_count);
    for (size_t j = 0; j < basis.dimension_count; j++) {
        matrix_column(rows, basis.rater_count, basis.dimension_count, j, column);
        dimensions[j].now = moments_mean(column, basis.rater_count);
    }
    basis.rater_scores = rows;
    basis_means_keep(&basis);
    for (size_t j = 0; j < basis.dimension_count; j++) {
        mean[j] = dimensions[j].now;
        se[j] = dimensions[j].now_se;
    }
    put(out, "mean", mean, basis.dimension_count);
    put(out, "se", se, basis.dimension_count);
}

static void run_agreement(const struct box *box, struct buffer *out)
{
    size_t raters, items;
    struct agreement_scale scale;
    const double *answers = table_of(box, "rater", &raters, &items);
    agreement_describe_scale(&scratch, answers, raters, items, 5, &scale);
    put_one(out, "variance", scale.variance_mean);
    put_one(out, "rWG(J)", scale.rwgj_slight);
}

static void run_situation(const struct box *box, struct buffer *out)
{
    size_t raters, options;
    struct situations_key key;
    const double *ratings = table_of(box, "rater", &raters, &options);
    situations_key_make(&scratch, ratings, raters, options, &key);
    put(out, "v", key.values, options);
    put_one(out, "ICC(A,k)", key.icc);
    const struct row *chosen = need(box, "most", 0);
    put_one(out, "score",
            situations_score(key.values, options, (size_t)after(chosen, "most") - 1,
                             (size_t)after(chosen, "least") - 1));
}

/* Answers 1 to 5, coded in the direction of their drivers, a driver a row. */
static void run_scatter(const struct box *box, struct buffer *out)
{
    size_t drivers, items, sizes[ROWS_MAX];
    double *answers = table_of(box, "driver", &drivers, &items);
    for (size_t i = 0; i < drivers; i++)
        sizes[i] = items;
    for (size_t i = 0; i < drivers * items; i++)
        answers[i] = (answers[i] - 1) / sqrt((5 * 5 - 1) / 12.0);
    put_one(out, "scatter", quality_scatter(answers, sizes, drivers));
}

static void run_chance(const struct box *box, struct buffer *out)
{
    const uint64_t seed = seed_of(box);
    struct chance chance = chance_init(seed);
    size_t order[] = {1, 2, 3, 4};
    buffer_format(out, "words %016llx", (unsigned long long)chance_next(&chance));
    buffer_format(out, " %016llx\n", (unsigned long long)chance_next(&chance));
    chance = chance_init(seed);
    chance_shuffle(&chance, order, 4);
    buffer_format(out, "order %zu %zu %zu %zu\n", order[0], order[1], order[2], order[3]);
}

static const struct {
    const char *kind;
    void (*run)(const struct box *box, struct buffer *out);
} runs[] = {
    {"choices", run_choices},     {"figure", run_figure},       {"gap", run_gap},
    {"agreement", run_agreement}, {"situation", run_situation}, {"scatter", run_scatter},
    {"chance", run_chance},       {"holm", run_holm},           {"means", run_means},
};
enum { RUN_COUNT = sizeof runs / sizeof *runs };

/* Half a unit of the last decimal that the page prints. */
static double tolerance_of(struct span number)
{
    const size_t point = span_find(number, '.');
    const size_t decimals = point < number.count ? number.count - point - 1 : 0;
    return .5 * pow(10, -(double)decimals) + 1e-9;
}

static int is_same_word(struct span wanted, struct span got)
{
    double a, b;
    if (span_to_number(wanted, &a) && span_to_number(got, &b))
        return fabs(a - b) <= tolerance_of(wanted);
    return is_span_equal(wanted, got);
}

static void compare(const struct box *box, struct span wanted, struct span got)
{
    struct row one, other;
    struct span a, b, rest = got;
    while (span_next(&wanted, '\n', &a)) {
        if (!span_next(&rest, '\n', &b))
            b = SPAN("");
        one = row_of(a);
        other = row_of(b);
        int is_same = one.count == other.count;
        for (size_t i = 0; is_same && i < one.count; i++)
            is_same = is_same_word(one.words[i], other.words[i]);
        if (!is_same)
            fail_msg("SCORING.md:%zu: expected \"%.*s\", but all is\n%.*s", box->line,
                     SPAN_ARGS(a), SPAN_ARGS(got));
    }
    assert_true(!span_next(&rest, '\n', &b) || !b.count);
}

/* The next box; 0 at the end of the page. */
static int next_box(struct span *page, size_t *line_number, struct box *box)
{
    static const char mark[] = "```scoring-";
    struct span line;
    int is_inside = 0, is_below = 0;
    *box = (struct box){0};
    while (span_next(page, '\n', &line)) {
        ++*line_number;
        if (has_span_prefix(line, mark)) {
            box->kind = span_cut(line, sizeof mark - 1, line.count);
            box->line = *line_number;
            is_inside = 1;
        } else if (is_inside && is_span(line, "```")) {
            return 1;
        } else if (is_inside && is_span(line, "---")) {
            is_below = 1;
        } else if (is_inside && is_below) {
            if (!box->expected.data)
                box->expected.data = line.data;
            box->expected.count = (size_t)(line.data + line.count - box->expected.data);
        } else if (is_inside) {
            assert_true(box->row_count < ROWS_MAX);
            box->rows[box->row_count++] = row_of(line);
        }
    }
    return 0;
}

static size_t run_box(const struct box *box)
{
    for (size_t i = 0; i < RUN_COUNT; i++) {
        if (!is_span(box->kind, runs[i].kind))
            continue;
        struct buffer out = buffer_init(&scratch, 1 << 16);
        runs[i].run(box, &out);
        compare(box, box->expected, buffer_span(&out));
        return i;
    }
    fail_msg("SCORING.md:%zu: no example is of the kind \"%.*s\"", box->line,
             SPAN_ARGS(box->kind));
    return 0;
}

static void every_example_comes_out_as_the_page_says(void **state)
{
    static struct box box;
    struct span page;
    size_t line = 0, seen[RUN_COUNT] = {0};
    (void)state;
    assert_int_equal(
        file_read(&scratch, SOURCE_DIR "/questionnaires/SCORING.md", 1 << 19, &page), OK);
    while (next_box(&page, &line, &box))
        seen[run_box(&box)]++;
    for (size_t i = 0; i < RUN_COUNT; i++)
        if (!seen[i])
            fail_msg("SCORING.md has no example of the kind \"%s\"", runs[i].kind);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_example_comes_out_as_the_page_says),
    };
    return cmocka_run_group_tests(tests, scratch_begin, scratch_end);
}
