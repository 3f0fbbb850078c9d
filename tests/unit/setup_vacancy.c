/* A vacancy: draft, frozen once, written and read. */
#include "usual.h"

#include "setup/vacancy.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

static struct arena arena;
static struct basis *basis, *means; /* of the first scoring version, and of the newest */
static struct norm norm;

static int arena_begin(void **state)
{
    (void)state;
    arena_init(&arena, 256 << 20);
    struct agreement_view view;
    const struct assessment *assessment = sample_assessment(&arena);
    const struct sitting **raters = sample_raters(&arena, assessment, 6, 5, .8);
    struct assessment *newest = arena_new(&arena, struct assessment);
    *newest = *assessment;
    newest->scoring_version = SCORING_VERSION;
    const struct sitting **others = sample_raters(&arena, newest, 6, 5, .8);
    norm = usual_norm(&arena, newest, 60);
    return basis_build(&arena, assessment, raters, 6, &basis, &view) != OK ||
           basis_build(&arena, newest, others, 6, &means, &view) != OK;
}

static int arena_end(void **state)
{
    (void)state;
    arena_done(&arena);
    return 0;
}

static struct importance importances[] = {
    {.dimension = SPAN("growth"),
     .weight = 2.5,
     .reason = SPAN("Agreed with the deck crew, 2026-10-01"),
     .by = {SPAN("Anna Berg"), SPAN("Jan Vos")}},
    {.dimension = SPAN("order"),
     .weight = 0,
     .reason = SPAN("No timetable"),
     .by = {SPAN("Anna Berg"), SPAN("Jan Vos")}},
};

static struct vacancy draft(void)
{
    return (struct vacancy){.id = SPAN("deck-2"),
                            .title = SPAN("Deck officer"),
                            .organization = SPAN("Northwind Ferries"),
                            .contact = SPAN("people@northwind.example"),
                            .retention = SPAN("Kept for six months."),
                            .importances = importances,
                            .importance_count = 2};
}

static void a_draft_comes_back(void **state)
{
    (void)state;
    const struct vacancy before = draft();
    struct vacancy *after = NULL;
    const struct span bytes = vacancy_write(&arena, &before);
    assert_string_equal(
        span_text(&arena, bytes),
        "{\"basis\":null,\"contact\":\"people@northwind.example\",\"id\":\"deck-2\","
        "\"importance\":[{\"by\":[\"Anna Berg\",\"Jan Vos\"],\"dimension\":\"growth\","
        "\"reason\":\"Agreed with the deck crew, 2026-10-01\",\"weight\":\"2.5\"},"
        "{\"by\":[\"Anna Berg\",\"Jan Vos\"],\"dimension\":\"order\",\"reason\":\"No "
        "timetable\",\"weight\":\"0\"}],\"opened\":\"\","
        "\"organization\":\"Northwind Ferries\",\"retention\":\"Kept for six "
        "months.\",\"state\":\"draft\",\"title\":\"Deck officer\"}");
    assert_int_equal(vacancy_read(&arena, bytes, &after), OK);
    assert_true(is_span_equal(vacancy_write(&arena, after), bytes));
}

static void freezing_sets_weights_once(void **state)
{
    (void)state;
    struct vacancy vacancy = draft();
    struct vacancy *again = NULL;
    assert_int_equal(vacancy_freeze(&arena, &vacancy, basis, NULL, SPAN("2026-11-23")),
                     OK);
    assert_int_equal(vacancy.state, VACANCY_OPEN);
    assert_true(vacancy.basis->dimensions[0].importance == 2.5);
    assert_true(vacancy.basis->dimensions[6].importance == 0);
    assert_true(vacancy.basis->dimensions[1].importance == 1);
    assert_true(basis->dimensions[0].importance == 1); /* the given one is not touched */
    assert_true(is_span(vacancy.basis->vacancy, "deck-2"));
    assert_true(is_span(vacancy.basis->title, "Deck officer"));
    assert_int_equal(vacancy_freeze(&arena, &vacancy, basis, NULL, SPAN("2026-11-24")),
                     STATUS_REFUSED);
    assert_true(is_span(vacancy.opened, "2026-11-23"));
    const struct span bytes = vacancy_write(&arena, &vacancy);
    assert_int_equal(vacancy_read(&arena, bytes, &again), OK);
    assert_true(is_span_equal(vacancy_write(&arena, again), bytes));
    assert_true(is_span_equal(basis_write(&arena, again->basis),
                              basis_write(&arena, vacancy.basis)));
}

static struct importance agreed(const char *dimension, double weight)
{
    return (struct importance){.dimension = span_of(dimension),
                               .weight = weight,
                               .reason = SPAN("the crew says so"),
                               .by = {SPAN("Anna Berg"), SPAN("Jan Vos")}};
}

static void refused(const struct basis *by, struct importance *rows, size_t count)
{
    struct vacancy vacancy = draft();
    vacancy.importances = rows;
    vacancy.importance_count = count;
    assert_int_equal(vacancy_freeze(&arena, &vacancy, by, NULL, SPAN("2026-11-23")),
                     STATUS_BAD_INPUT);
    assert_int_equal(vacancy.state, VACANCY_DRAFT);
    assert_null(vacancy.basis);
}

static void wrong_weights_cannot_be_opened(void **state)
{
    (void)state;
    struct importance wrong[SAMPLE_DIMENSIONS];
    static const double weights[] = {-1, NAN, INFINITY};
    const struct basis *bases[] = {basis, means};
    for (size_t k = 0; k < 2; k++) {
        wrong[0] = agreed("nothing", 1);
        refused(bases[k], wrong, 1);
        for (size_t i = 0; i < sizeof weights / sizeof *weights; i++) {
            wrong[0] = agreed("growth", weights[i]);
            refused(bases[k], wrong, 1);
        }
        for (size_t i = 0; i < SAMPLE_DIMENSIONS; i++)
            wrong[i] = agreed(sample_dimensions[i], 0);
        refused(bases[k], wrong, SAMPLE_DIMENSIONS);
    }
    wrong[0] = agreed("growth", 5.1);
    refused(means, wrong, 1);
}

/* A profile of before asks for neither: its vacancies are opened as they were. */
static void a_weight_needs_a_reason_and_two_people(void **state)
{
    (void)state;
    struct importance row = agreed("growth", 2);
    struct vacancy old = draft();
    row.reason = SPAN("");
    refused(means, &row, 1);
    row = agreed("growth", 2);
    row.by[1] = SPAN("");
    refused(means, &row, 1);
    old.importances = &row;
    old.importance_count = 1;
    assert_int_equal(vacancy_freeze(&arena, &old, basis, NULL, SPAN("2026-11-23")), OK);
}

/* A basis that no record could hold is refused before anybody answers. */
static void a_basis_too_large_for_a_record_is_refused(void **state)
{
    (void)state;
    struct vacancy vacancy = draft();
    char *reason = arena_alloc(&arena, BASIS_BYTES_MAX);
    memset(reason, 'x', BASIS_BYTES_MAX);
    struct importance heavy = {.dimension = SPAN("growth"),
                               .weight = 1,
                               .reason = {reason, BASIS_BYTES_MAX},
                               .by = {SPAN("Anna Berg"), SPAN("Jan Vos")}};
    vacancy.importances = &heavy;
    vacancy.importance_count = 1;
    assert_int_equal(vacancy_freeze(&arena, &vacancy, basis, NULL, SPAN("2026-11-23")),
                     STATUS_TOO_LARGE);
    assert_null(vacancy.basis);
}

/* All candidates are measured from the norm that the vacancy shows. */
static void the_basis_has_the_norm_of_its_vacancy(void **state)
{
    (void)state;
    struct vacancy vacancy = draft();
    struct vacancy *again = NULL;
    assert_int_equal(vacancy_freeze(&arena, &vacancy, means, &norm, SPAN("2026-11-23")),
                     OK);
    assert_int_equal(vacancy_read(&arena, vacancy_write(&arena, &vacancy), &again), OK);
    struct basis *frozen = vacancy.basis;
    double *figures[] = {&frozen->dimensions[3].norm, &frozen->drivers[0].norm,
                         &frozen->drivers[1].sem};
    for (size_t i = 0; i < sizeof figures / sizeof *figures; i++) {
        const double before = *figures[i];
        *figures[i] = before + .01;
        assert_int_equal(vacancy_read(&arena, vacancy_write(&arena, &vacancy), &again),
                         STATUS_BAD_INPUT);
        *figures[i] = before;
    }
    frozen->norm_count++;
    assert_int_equal(vacancy_read(&arena, vacancy_write(&arena, &vacancy), &again),
                     STATUS_BAD_INPUT);
    assert_non_null(strstr(status_last(), "norm"));
    frozen->norm_count--;
    vacancy.norm = NULL;
    assert_int_equal(vacancy_read(&arena, vacancy_write(&arena, &vacancy), &again),
                     STATUS_BAD_INPUT);
}

static void foreign_bytes_are_refused(void **state)
{
    (void)state;
    static const char *const wrong[] = {
        "",
        "{}",
        "{\"basis\":null,\"contact\":\"\",\"id\":\"../a\",\"importance\":[],"
        "\"opened\":\"\",\"organization\":\"\",\"retention\":\"\",\"state\":\"draft\","
        "\"title\":\"\"}",
        "{\"basis\":null,\"contact\":\"\",\"id\":\"a\",\"importance\":[],"
        "\"opened\":\"\",\"organization\":\"\",\"retention\":\"\",\"state\":\"open\","
        "\"title\":\"\"}",
        "{\"basis\":null,\"contact\":\"\",\"id\":\"a\","
        "\"importance\":[{\"dimension\":\"x\",\"reason\":\"\",\"weight\":\"-1\"}],"
        "\"opened\":\"\",\"organization\":\"\",\"retention\":\"\",\"state\":\"draft\","
        "\"title\":\"\"}",
    };
    struct vacancy *vacancy = NULL;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_int_equal(vacancy_read(&arena, span_of(wrong[i]), &vacancy),
                         STATUS_BAD_INPUT);
    assert_null(vacancy);
}

static void ids_are_safe_file_names(void **state)
{
    (void)state;
    assert_true(is_vacancy_id(SPAN("deck-2")));
    assert_true(is_vacancy_id(SPAN("2026-11")));
    assert_false(is_vacancy_id(SPAN("")));
    assert_false(is_vacancy_id(SPAN("-x")));
    assert_false(is_vacancy_id(SPAN("Deck")));
    assert_false(is_vacancy_id(SPAN("a/b")));
    assert_false(is_vacancy_id(SPAN("a.b")));
    assert_false(is_vacancy_id(SPAN("12345678901234567890123456789012345678901")));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, arena_begin, arena_end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_draft_comes_back),
        TEST(freezing_sets_weights_once),
        TEST(wrong_weights_cannot_be_opened),
        TEST(a_weight_needs_a_reason_and_two_people),
        TEST(a_basis_too_large_for_a_record_is_refused),
        TEST(the_basis_has_the_norm_of_its_vacancy),
        TEST(foreign_bytes_are_refused),
        TEST(ids_are_safe_file_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
