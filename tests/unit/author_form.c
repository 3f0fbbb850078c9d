/* A form that an organization makes its own: what it did not change keeps its bytes, and nothing of
 * the made-up company is left. */
#include "assessment/assessment_sample.h"
#include "author/form_reason.h"
#include "author/form_sample.h"
#include "author/form_scene.h"
#include "author/form_story.h"

#include "read.h"
#include "scratch.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#define SHIPPED SOURCE_DIR "/questionnaires/strategy-fit"
#define DRAWING SPAN("size 320 180\ncircle 9 9 9\n")

static struct form shipped(void)
{
    struct assessment_file *files;
    const size_t count = read_folder(&scratch, SHIPPED, &files);
    return form_of(&scratch, files, count);
}

static struct assessment *read_form(const struct form *form)
{
    struct fault_list faults = fault_list_init(&scratch);
    struct assessment *assessment = NULL;
    if (assessment_read(&scratch, form->files, form->count, &faults, &assessment) != OK)
        read_faults(&faults);
    assert_non_null(assessment);
    return assessment;
}

static bool is_anywhere(const struct form *form, const char *words)
{
    for (size_t i = 0; i < form->count; i++)
        if (memmem(form->files[i].bytes.data, form->files[i].bytes.count, words,
                   strlen(words)))
            return true;
    return false;
}

static struct form own_story(void)
{
    struct form form = shipped();
    assert_int_equal(form_story_new(&form, SPAN("Where we are going")), OK);
    return form;
}

static enum status add(struct form *form, const char *title, const char *picture)
{
    const struct form_scene scene = {.title = span_of(title),
                                     .text = SPAN("A sentence."),
                                     .picture = span_of(picture),
                                     .picture_bytes = DRAWING};
    return form_scene_add(form, &scene);
}

/* "abc": the titles of the scenes, one letter each. */
static const char *titles(struct form *form)
{
    struct form_scene *scenes;
    struct span title;
    size_t count;
    assert_int_equal(form_scene_list(form, SPAN("en"), &title, &scenes, &count), OK);
    char *all = arena_alloc(&scratch, count + 1);
    for (size_t i = 0; i < count; i++)
        all[i] = scenes[i].title.data[0];
    return all;
}

static void what_is_not_changed_keeps_its_bytes(void **state)
{
    struct form form = shipped();
    (void)state;
    for (size_t i = 0; i < form.count; i++) {
        const struct assessment_file file = form.files[i];
        struct edit *root;
        if (has_span_prefix(file.name, "pictures/"))
            continue;
        assert_int_equal(form_document(&form, file.name, &root), OK);
        assert_int_equal(form_put_document(&form, file.name, root), OK);
        assert_true(is_span_equal(form_file(&form, file.name)->bytes, file.bytes));
    }
}

/* A change of the story writes the whole document again. */
static void numbers_keep_their_spelling(void **state)
{
    static const char *const numbers = "0.90, 1E2, 1.50e-1, -0.0, 123456789012345678901";
    struct form form = own_story();
    struct span rest = span_of(numbers), number;
    (void)state;
    const struct span document = form_file(&form, SPAN("story.osd"))->bytes;
    const size_t brace = span_find(document, '{');
    assert_int_equal(
        form_put(&form, SPAN("story.osd"),
                 span_format(&scratch, "{\"kept\": [%s],%.*s", numbers,
                             SPAN_ARGS(span_cut(document, brace + 1, document.count)))),
        OK);
    assert_int_equal(add(&form, "a", "door"), OK);
    while (span_next(&rest, ',', &number))
        assert_true(is_anywhere(&form, span_format(&scratch, "    %.*s%s\n",
                                                   SPAN_ARGS(span_trim(number)),
                                                   rest.data ? "," : "")
                                           .data));
}

/* The words of a story are counted, as those of the sample were. */
static void a_story_of_ones_own_takes_the_time_of_its_words(void **state)
{
    struct form form = own_story();
    (void)state;
    assert_int_equal(add(&form, "a", "door"), OK);
    const struct part *part =
        assessment_part(read_form(&form), PART_STORY, ROLE_CANDIDATE, SPAN(""));
    assert_int_equal(part->minutes_tenths, 0);
}

static void no_scene_is_added_twice(void **state)
{
    struct form form = own_story();
    (void)state;
    assert_int_equal(add(&form, "a", "door"), OK);
    assert_int_equal(add(&form, "b", "door"), OK);
    assert_int_equal(add(&form, "b", "map"), STATUS_EXISTS);
    assert_non_null(strstr(status_last(), "scene 2 is called \"b\" already"));
    assert_string_equal(titles(&form), "ab");
}

static void without_samples_nothing_of_the_made_up_company_is_left(void **state)
{
    struct form form = shipped();
    (void)state;
    assert_true(assessment_sample_words(&scratch, read_form(&form)).count > 0);
    assert_true(is_anywhere(&form, "islands"));
    assert_int_equal(form_sample_drop(&form), OK);
    const struct assessment *assessment = read_form(&form);
    assert_int_equal(assessment_sample_words(&scratch, assessment).count, 0);
    assert_null(assessment_part(assessment, PART_STORY, ROLE_CANDIDATE, SPAN("")));
    assert_int_equal(assessment->picture_count, 0);
    assert_false(is_anywhere(&form, "islands"));
    assert_false(is_anywhere(&form, "Crews"));
    assert_true(is_anywhere(&form, "How do you think you could contribute?"));
    const size_t count = form.count;
    assert_int_equal(form_sample_drop(&form), OK); /* and once more changes nothing */
    assert_int_equal(form.count, count);
    read_form(&form);
}

static void samples_are_counted_once_however_many_parts_ask(void **state)
{
    struct form form = shipped();
    (void)state;
    const struct span words = assessment_sample_words(&scratch, read_form(&form));
    assert_true(is_span(words, "the story and 23 reasons"));
}

static void a_story_is_asked_about_as_long_as_it_has_a_scene(void **state)
{
    struct form form = own_story();
    (void)state;
    const struct assessment *before = read_form(&form);
    assert_null(assessment_part(before, PART_STORY, ROLE_CANDIDATE, SPAN("")));
    assert_int_equal(add(&form, "a", "door"), OK);
    const struct assessment *with = read_form(&form);
    const struct part *part = assessment_part(with, PART_STORY, ROLE_CANDIDATE, SPAN(""));
    assert_non_null(part);
    assert_int_equal(part[1].use, PART_INTERVIEW); /* own words come after it */
    assert_true(is_span_equal(with->version, before->version));
    assert_false(part->questionnaire->is_sample);
    assert_int_equal(form_scene_take(&form, 1), OK);
    assert_null(assessment_part(read_form(&form), PART_STORY, ROLE_CANDIDATE, SPAN("")));
}

static void scenes_keep_the_order_in_which_they_are_put(void **state)
{
    struct form form = own_story();
    (void)state;
    static const char *const names[] = {"a", "b", "c", "d"};
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(add(&form, names[i], "door"), OK);
    assert_string_equal(titles(&form), "abcd");
    assert_int_equal(form_scene_move(&form, 4, 1), OK);
    assert_string_equal(titles(&form), "dabc");
    assert_int_equal(form_scene_move(&form, 1, 4), OK);
    assert_int_equal(form_scene_move(&form, 2, 3), OK);
    assert_string_equal(titles(&form), "acbd");
    assert_int_equal(form_scene_take(&form, 1), OK);
    assert_int_equal(add(&form, "e", "door"), OK);
    assert_string_equal(titles(&form), "cbde");
    assert_int_equal(form_scene_move(&form, 5, 1), STATUS_NOT_FOUND);
    assert_int_equal(form_scene_move(&form, 1, 0), STATUS_NOT_FOUND);
    assert_int_equal(form_scene_take(&form, 0), STATUS_NOT_FOUND);
    read_form(&form);
}

static void pictures_that_no_scene_has_go(void **state)
{
    struct form form = own_story();
    const struct form_scene other = {.picture = SPAN("map"), .picture_bytes = DRAWING};
    (void)state;
    assert_int_equal(add(&form, "a", "door"), OK);
    assert_int_equal(add(&form, "b", "door"), OK);
    assert_int_equal(form_scene_set(&form, 1, SPAN("en"), &other), OK);
    assert_non_null(form_file(&form, SPAN("pictures/door.picture")));
    assert_int_equal(form_scene_take(&form, 2), OK);
    assert_null(form_file(&form, SPAN("pictures/door.picture")));
    assert_non_null(form_file(&form, SPAN("pictures/map.picture")));
}

static void limits_hold(void **state)
{
    struct form form = own_story();
    const struct form_scene unknown = {
        .title = SPAN("T"), .text = SPAN("T"), .picture = SPAN("no")};
    (void)state;
    for (char title[] = "a"; *title <= 'l'; ++*title)
        assert_int_equal(add(&form, span_text(&scratch, span_of(title)), "door"), OK);
    assert_int_equal(add(&form, "m", "door"), STATUS_TOO_LARGE);
    assert_int_equal(form_scene_take(&form, 1), OK);
    assert_int_equal(form_scene_add(&form, &unknown), STATUS_BAD_INPUT);
    assert_int_equal(add(&form, "", "door"), STATUS_BAD_INPUT);
    assert_int_equal(add(&form, "\xff", "door"), STATUS_BAD_INPUT);
    assert_int_equal(form_story_new(&form, SPAN("Again")), STATUS_EXISTS);
    assert_string_equal(titles(&form), "bcdefghijkl");
    struct form sample = shipped();
    assert_int_equal(add(&sample, "a", "door"), STATUS_REFUSED);
}

static void a_topic_has_one_reason_wherever_it_stands(void **state)
{
    struct form form = shipped();
    (void)state;
    assert_int_equal(form_reason_set(&form, SPAN("care"), SPAN("A bell is answered."),
                                     SPAN("Ann Lee and Bo Roe")),
                     OK);
    const struct questionnaire *values =
        assessment_part(read_form(&form), PART_RESONANCE, ROLE_CANDIDATE, SPAN(""))
            ->questionnaire;
    for (size_t i = 0; i < values->dimension_count; i++) {
        const struct dimension *dimension = &values->dimensions[i];
        const bool is_care = is_span(dimension->id, "care");
        assert_int_equal(dimension->is_sample, !is_care);
        assert_int_equal(is_span(dimension->why, "A bell is answered."), is_care);
        assert_int_equal(is_span(dimension->agreed, "Ann Lee and Bo Roe"), is_care);
    }
    assert_int_equal(form_reason_set(&form, SPAN("no"), SPAN("T"), SPAN("T")),
                     STATUS_NOT_FOUND);
}

static void a_form_without_a_document_of_a_story_says_so(void **state)
{
    struct form form = shipped();
    (void)state;
    assert_int_equal(form_sample_drop(&form), OK);
    form_drop(&form, SPAN("story.osd"));
    assert_int_equal(form_sample_drop(&form), OK);
    assert_int_equal(form_story_new(&form, SPAN("T")), STATUS_NOT_FOUND);
    assert_int_equal(form_put(&form, SPAN("story.osd"), SPAN("{\"definition\":")), OK);
    assert_int_equal(form_story_new(&form, SPAN("T")), STATUS_BAD_INPUT);
    assert_int_equal(form_put(&form, SPAN("story.osd"), SPAN("[1]")), OK);
    assert_int_equal(form_story_new(&form, SPAN("T")), STATUS_BAD_INPUT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_not_changed_keeps_its_bytes),
        cmocka_unit_test(numbers_keep_their_spelling),
        cmocka_unit_test(a_story_of_ones_own_takes_the_time_of_its_words),
        cmocka_unit_test(no_scene_is_added_twice),
        cmocka_unit_test(without_samples_nothing_of_the_made_up_company_is_left),
        cmocka_unit_test(samples_are_counted_once_however_many_parts_ask),
        cmocka_unit_test(a_story_is_asked_about_as_long_as_it_has_a_scene),
        cmocka_unit_test(scenes_keep_the_order_in_which_they_are_put),
        cmocka_unit_test(pictures_that_no_scene_has_go),
        cmocka_unit_test(limits_hold),
        cmocka_unit_test(a_topic_has_one_reason_wherever_it_stands),
        cmocka_unit_test(a_form_without_a_document_of_a_story_says_so),
    };
    return cmocka_run_group_tests(tests, scratch_begin, scratch_end);
}
