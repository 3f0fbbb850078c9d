/* questionnaires/RECORD.md is held to what lies in tests/vectors/scorecards: each key of a kept
 * record and each of its words stands on the page, each key of the page in a kept record or an
 * example; and the examples are read, and written again to the same bytes. */
#include "base/file.h"
#include "base/json/json.h"
#include "scoring/basis/norm.h"
#include "setup/vacancy.h"
#include "scratch.h"

#include <glob.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static struct span page;

static int begin(void **state)
{
    scratch_begin(state);
    return file_read(&scratch, SOURCE_DIR "/questionnaires/RECORD.md", 1 << 19, &page) !=
           OK;
}

/* A page gives a word between backticks, and a value of text between quotes inside them. */
static bool is_on_page(struct span word)
{
    const struct span marked = span_format(&scratch, "`%.*s`", SPAN_ARGS(word));
    return memmem(page.data, page.count, marked.data, marked.count) != NULL;
}

static bool is_word_key(struct span key)
{
    static const char *const keys[] = {"state", "phrase", "flag", "relation",
                                       "grade", "flags",  "kind", "role"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (is_span(key, keys[i]))
            return true;
    return false;
}

static void check_words(const struct json *value)
{
    const struct span key =
        value->key.data || !value->parent ? value->key : value->parent->key;
    if (value->key.data && !is_on_page(value->key))
        fail_msg("RECORD.md says nothing of the key %.*s", SPAN_ARGS(value->key));
    if (value->kind == JSON_TEXT && is_word_key(key) && !is_on_page(value->text))
        fail_msg("RECORD.md says nothing of the word %.*s of %.*s",
                 SPAN_ARGS(value->text), SPAN_ARGS(key));
    for (const struct json *child = value->first; child; child = child->next)
        check_words(child);
}

static const struct json *tree_of(struct span bytes)
{
    static const struct json_limits limits = {1 << 20, 16, 1 << 16};
    struct json_document document;
    struct json_fault fault;
    assert_int_equal(json_read(&scratch, bytes, &limits, &document, &fault), OK);
    return document.root;
}

/* All kept records, one after the other, for the search for a key. */
static struct span kept;

static void check_kept(const char *path)
{
    struct span bytes;
    assert_int_equal(file_read(&scratch, path, 1 << 20, &bytes), OK);
    check_words(tree_of(bytes));
    kept = kept.count
               ? span_format(&scratch, "%.*s%.*s", SPAN_ARGS(kept), SPAN_ARGS(bytes))
               : bytes;
}

static void whatever_a_record_holds_stands_on_the_page(void **state)
{
    (void)state;
    glob_t found;
    assert_int_equal(glob(SOURCE_DIR "/tests/vectors/scorecards/*.json", 0, NULL, &found),
                     0);
    for (size_t i = 0; i < found.gl_pathc; i++)
        check_kept(found.gl_pathv[i]);
    globfree(&found);
}

static bool is_key_somewhere(struct span name)
{
    const struct span written = span_format(&scratch, "\"%.*s\":", SPAN_ARGS(name));
    return memmem(kept.data, kept.count, written.data, written.count) ||
           memmem(page.data, page.count, written.data, written.count);
}

/* The names between backticks in the first cell of a row. */
static void check_row(struct span line, size_t number)
{
    struct span cell, name;
    size_t place = 0;
    struct span rest = span_cut(line, 1, line.count);
    if (!span_next(&rest, '|', &cell))
        return;
    for (; span_next(&cell, '`', &name); place++)
        if (place % 2 && !is_key_somewhere(name))
            fail_msg("RECORD.md:%zu: no record and no example has the key %.*s", number,
                     SPAN_ARGS(name));
}

/* After the test before, which reads the records. */
static void whatever_key_the_page_names_is_somewhere(void **state)
{
    (void)state;
    struct span rest = page, line;
    size_t number = 0, rows = 0;
    bool is_of_keys = false;
    assert_true(kept.count > 0);
    while (span_next(&rest, '\n', &line)) {
        number++;
        is_of_keys = has_span_prefix(line, "| key |") ||
                     (is_of_keys && has_span_prefix(line, "|"));
        if (is_of_keys && has_span_prefix(line, "| `")) {
            check_row(line, number);
            rows++;
        }
    }
    assert_true(rows > 40);
}

/* The one line of the box `kind`. */
static struct span example(const char *kind)
{
    const struct span mark = span_format(&scratch, "```record-%s\n", kind);
    const char *at = memmem(page.data, page.count, mark.data, mark.count);
    assert_non_null(at);
    struct span line,
        rest = span_cut(page, (size_t)(at - page.data) + mark.count, page.count);
    assert_true(span_next(&rest, '\n', &line));
    check_words(tree_of(line));
    return line;
}

static void the_examples_are_read_and_written_again(void **state)
{
    (void)state;
    struct norm *norm = NULL;
    struct vacancy *vacancy = NULL;
    const struct span of_norm = example("norm"), of_vacancy = example("vacancy");
    (void)example("scales");
    assert_int_equal(norm_read(&scratch, of_norm, &norm), OK);
    assert_true(is_span_equal(norm_write(&scratch, norm), of_norm));
    assert_int_equal(vacancy_read(&scratch, of_vacancy, &vacancy), OK);
    assert_true(is_span_equal(vacancy_write(&scratch, vacancy), of_vacancy));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(whatever_a_record_holds_stands_on_the_page),
        cmocka_unit_test(whatever_key_the_page_names_is_somewhere),
        cmocka_unit_test(the_examples_are_read_and_written_again),
    };
    return cmocka_run_group_tests(tests, begin, scratch_end);
}
