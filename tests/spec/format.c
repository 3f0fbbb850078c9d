/* questionnaires/FORMAT.md is run: every box marked osd reads without any fault, every box marked
 * osd-error gives exactly the faults below its line of hyphens, every box marked osd-score exactly
 * the scores; every box marked osd-lint reads without any fault, and the linter says exactly what
 * follows. */
#include "base/file.h"
#include "questionnaire/answer_read.h"
#include "lint/lint.h"
#include "questionnaire/osd_score.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

struct box {
    struct span kind;     /* "osd-error" */
    struct span parts[3]; /* between lines of hyphens */
    size_t part_count, line;
};

static void add_line(struct box *box, struct span line)
{
    if (is_span(line, "---")) {
        assert_true(box->part_count < 3);
        box->part_count++;
        return;
    }
    struct span *part = &box->parts[box->part_count - 1];
    if (!part->data)
        *part = line;
    part->count = (size_t)(line.data + line.count + 1 - part->data);
}

/* The next box whose kind begins with osd; 0 at the end. */
static int next_box(struct span *rest, size_t *line_number, struct box *box)
{
    struct span line;
    bool is_inside = 0;
    while (span_next(rest, '\n', &line)) {
        ++*line_number;
        if (has_span_prefix(line, "```") && is_inside)
            return 1;
        if (is_inside)
            add_line(box, line);
        if (has_span_prefix(line, "```osd")) {
            *box = (struct box){.kind = span_cut(line, 3, line.count), .part_count = 1};
            box->line = *line_number;
            is_inside = 1;
        }
    }
    return 0;
}

static struct span shown(struct span text)
{
    return text.data ? text : SPAN("");
}

static void expect(const struct box *box, struct span got, struct span wanted)
{
    if (!is_span_equal(got, wanted))
        fail_msg("FORMAT.md:%zu: expected\n%.*sbut got\n%.*s", box->line,
                 SPAN_ARGS(shown(wanted)), SPAN_ARGS(shown(got)));
}

static struct span score(struct arena *arena, const struct box *box,
                         const struct questionnaire *questionnaire,
                         struct fault_list *faults)
{
    struct answer_source source;
    assert_int_equal(answer_read(arena, SPAN("answers"), box->parts[1], questionnaire,
                                 faults, &source),
                     OK);
    const struct osd_scores scores = osd_score(arena, questionnaire, &source);
    return osd_score_write(arena, questionnaire, &scores);
}

static struct span lint(struct arena *arena, const struct questionnaire *questionnaire)
{
    struct fault_list faults = fault_list_init(arena);
    struct buffer told = buffer_init(arena, 1 << 20);
    lint_questionnaire(arena, questionnaire, &faults);
    fault_list_text(&faults, &told);
    return buffer_span(&told);
}

static void run_box(const struct box *box)
{
    struct arena arena;
    arena_init(&arena, QUESTIONNAIRE_ARENA_BYTES);
    struct fault_list faults = fault_list_init(&arena);
    struct questionnaire *questionnaire = NULL;
    const enum status status = questionnaire_read(&arena, SPAN("example"), box->parts[0],
                                                  &faults, &questionnaire);
    struct buffer told = buffer_init(&arena, 1 << 20);
    fault_list_text(&faults, &told);
    if (is_span(box->kind, "osd-error")) {
        expect(box, buffer_span(&told), box->parts[1]);
        assert_int_equal(status != OK, faults.error_count > 0);
    } else {
        expect(box, buffer_span(&told), SPAN(""));
        assert_int_equal(status, OK);
    }
    if (is_span(box->kind, "osd-lint"))
        expect(box, lint(&arena, questionnaire), box->parts[1]);
    if (is_span(box->kind, "osd-score"))
        expect(box, score(&arena, box, questionnaire, &faults), box->parts[2]);
    arena_done(&arena);
}

static void every_example_does_what_the_page_says(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, 1 << 20);
    struct span text;
    assert_int_equal(
        file_read(&arena, SOURCE_DIR "/questionnaires/FORMAT.md", 1 << 19, &text), OK);
    struct box box;
    size_t line = 0, count = 0;
    for (struct span rest = text; next_box(&rest, &line, &box); count++)
        run_box(&box);
    assert_true(count >= 9);
    arena_done(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_example_does_what_the_page_says),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
