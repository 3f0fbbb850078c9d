/* The folder of the organization: found from inside it, changed by one at a time, its documents
 * told apart. */
#include "office_kit.h"

#include "app/desk/office/norms/norm_table.h"

#include <sys/resource.h>
#include <sys/wait.h>

static enum status open_from(const char *folder, const char *given, struct office *office)
{
    assert_int_equal(chdir(folder), 0);
    const enum status status = office_open(given, OFFICE_READ, office);
    assert_int_equal(chdir("/"), 0);
    return status;
}

static void it_is_found_from_anywhere_inside(void **state)
{
    (void)state;
    static const char *const places[] = {"", "keys", "assessment/pictures"};
    struct office office;
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        assert_ok(open_from(file_path(&kit.arena, kit.folder, places[i]), NULL, &office));
        assert_true(is_span(office.organization->name, "Acme"));
        office_close(&office);
    }
    assert_status(open_from(kit.around, NULL, &office), STATUS_NOT_FOUND);
    assert_has(span_of(status_last()), "here or above");
    assert_ok(open_from(kit.around, "org", &office));
    office_close(&office);
    assert_status(
        open_from(file_path(&kit.arena, kit.folder, "keys"), kit.around, &office),
        STATUS_NOT_FOUND);
    assert_has(span_of(status_last()), "is not the folder of an organization");
}

static void one_at_a_time_changes_it(void **state)
{
    (void)state;
    struct office other;
    assert_status(office_open(kit.folder, OFFICE_CHANGE, &other), STATUS_NO_ACCESS);
    assert_has(span_of(status_last()), "another resonance command is changing");
    assert_ok(office_open(kit.folder, OFFICE_READ, &other)); /* reading hinders none */
    office_close(&other);
    office_close(&kit.office);
    assert_ok(office_open(kit.folder, OFFICE_CHANGE, &other));
    office_close(&other);
    assert_ok(office_open("/nowhere", OFFICE_NONE, &other));
    office_close(&other);
    assert_ok(office_open(kit.folder, OFFICE_CHANGE, &kit.office));
}

static void what_is_written_only_its_owner_reads(void **state)
{
    (void)state;
    struct stat about;
    struct span bytes;
    assert_ok(office_write(&kit.office, "sequence", SPAN("7\n")));
    assert_int_equal(stat(office_path(&kit.office, "sequence"), &about), 0);
    assert_int_equal(about.st_mode & 0777, 0600);
    assert_ok(office_read(&kit.office, "sequence", 2, &bytes));
    assert_true(is_span(bytes, "7\n"));
    assert_int_not_equal(office_read(&kit.office, "sequence", 1, &bytes), OK);
}

static void without_keys_it_says_what_to_do(void **state)
{
    (void)state;
    struct keyset *keyset;
    assert_int_equal(unlink(office_path(&kit.office, "keyset.json")), 0);
    assert_status(office_keyset(&kit.office, &keyset, NULL), STATUS_NOT_FOUND);
    assert_has(span_of(status_last()), "without keys nothing can be sealed");
    office_kit_write("keyset.json", SPAN("{}"));
    assert_status(office_keyset(&kit.office, &keyset, NULL), STATUS_BAD_INPUT);
}

static enum status put_vacancy(const char *id)
{
    const struct vacancy vacancy = {.id = span_of(id),
                                    .title = SPAN("Deck officer"),
                                    .organization = SPAN("Acme"),
                                    .contact = SPAN("hr"),
                                    .retention = SPAN("Six months.")};
    return office_put_vacancy(&kit.office, &vacancy);
}

static void a_vacancy_is_found_by_its_name(void **state)
{
    (void)state;
    struct vacancy *vacancy;
    struct span *names;
    size_t count = 9;
    assert_ok(office_names(&kit.office, "vacancies", &names, &count));
    assert_int_equal(count, 0);
    assert_status(office_vacancy(&kit.office, SPAN("deck"), &vacancy), STATUS_NOT_FOUND);
    assert_has(span_of(status_last()), "there is no vacancy yet");
    assert_ok(put_vacancy("deck"));
    assert_ok(put_vacancy("galley"));
    assert_ok(office_vacancy(&kit.office, SPAN("deck"), &vacancy));
    assert_true(is_span(vacancy->title, "Deck officer"));
    assert_status(office_vacancy(&kit.office, SPAN("engine"), &vacancy),
                  STATUS_NOT_FOUND);
    assert_has(span_of(status_last()), "no vacancy \"engine\"; there are: deck, galley");
    assert_status(office_vacancy(&kit.office, SPAN("../deck"), &vacancy),
                  STATUS_NOT_FOUND);
    static const char sixty[] =
        "sixty letters of a name are shown, and no more of it than se";
    assert_status(office_vacancy(&kit.office,
                                 SPAN("sixty letters of a name are shown, and no more "
                                      "of it than seventy"),
                                 &vacancy),
                  STATUS_NOT_FOUND);
    assert_has(span_of(status_last()), span_format(&kit.arena, "\"%s\";", sixty).data);
    assert_ok(office_names(&kit.office, "vacancies", &names, &count));
    assert_int_equal(count, 2);
    assert_true(is_span(names[1], "galley"));
    assert_int_equal(rename(office_path(&kit.office, "vacancies/galley.json"),
                            office_path(&kit.office, "vacancies/engine.json")),
                     0);
    assert_status(office_vacancy(&kit.office, SPAN("engine"), &vacancy),
                  STATUS_BAD_INPUT);
    assert_has(span_of(status_last()), "holds another vacancy than its name says");
}

/* The questionnaires hold placeholders for the organization's own words. */
static void the_form_is_read_once_and_speaks_of_the_organization(void **state)
{
    (void)state;
    const struct assessment *form = NULL, *again = NULL;
    assert_ok(office_assessment(&kit.office, &form));
    assert_memory_equal(form->hash, office_kit_form()->hash, sizeof form->hash);
    for (size_t i = 0; i < form->part_count; i++) {
        const struct language *language = form->parts[i].questionnaire->languages;
        for (size_t k = 0; k < language->entry_count; k++)
            assert_false(office_kit_has(language->entries[k].text, "{organization}"));
    }
    assert_int_equal(unlink(office_path(&kit.office, "assessment/assessment.json")), 0);
    assert_ok(office_assessment(&kit.office, &again));
    assert_ptr_equal(again, form);
    office_close(&kit.office);
    assert_ok(office_open(kit.folder, OFFICE_CHANGE, &kit.office));
    assert_int_not_equal(office_assessment(&kit.office, &again), OK);
    assert_ptr_equal(again, form);
}

static void with_nobody_there_nothing_is_told(void **state)
{
    (void)state;
    kit.office.listener = NULL;
    assert_ok(office_put(&kit.office, SPAN("text")));
    office_tell(&kit.office, OFFICE_WARNING, "%s", "words");
    office_progress(&kit.office, "things", 1, 2);
    kit.office.listener = &kit.listener;
    assert_ok(office_put(&kit.office, SPAN("text")));
    office_tell(&kit.office, OFFICE_WARNING, "%s %d", "words", 7);
    office_progress(&kit.office, "things", 1, 2);
    assert_true(is_span(buffer_span(&kit.put_out), "text"));
    assert_true(is_span(buffer_span(&kit.notices), "words 7\n"));
    assert_true(is_span(buffer_span(&kit.progress), "things 1 of 2\n"));
}

/* In a child, who may lock no memory: 0 when that was told once for two arenas. */
static int told_of_swap(void)
{
    const struct rlimit none = {0, 0};
    struct arena arenas[2];
    if (setrlimit(RLIMIT_MEMLOCK, &none) != 0 || (geteuid() == 0 && seteuid(65534) != 0))
        return 1;
    for (size_t i = 0; i < 2; i++)
        if (office_guarded(&kit.office, 4096, &arenas[i]) != OK)
            return 2;
    return is_span(buffer_span(&kit.notices),
                   "the system does not let this program keep secrets out of swap; raise "
                   "the limit of locked memory ('ulimit -l')\n")
               ? 0
               : 3;
}

static void that_secrets_may_reach_the_swap_is_told_once(void **state)
{
    (void)state;
    int result = -1;
    fflush(NULL);
    const pid_t child = fork();
    if (child == 0)
        _exit(told_of_swap());
    assert_true(child > 0 && waitpid(child, &result, 0) == child && WIFEXITED(result));
    assert_int_equal(WEXITSTATUS(result), 0);
}

/* Whose clock is an hour behind, or who lives further west, may take what was made today. */
static void a_norm_may_be_made_on_the_day_that_begins_elsewhere(void **state)
{
    (void)state;
    const struct norm norm = {.made = SPAN("2026-11-30")};
    int64_t midnight_ms;
    assert_true(is_clock_date(norm.made, &midnight_ms));
    assert_int_equal(norm_table_day_check(&norm, midnight_ms - 24 * 3600 * 1000), OK);
    assert_int_equal(norm_table_day_check(&norm, midnight_ms - 24 * 3600 * 1000 - 1),
                     STATUS_REFUSED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        OFFICE_TEST(it_is_found_from_anywhere_inside),
        OFFICE_TEST(one_at_a_time_changes_it),
        OFFICE_TEST(what_is_written_only_its_owner_reads),
        OFFICE_TEST(without_keys_it_says_what_to_do),
        OFFICE_TEST(a_vacancy_is_found_by_its_name),
        OFFICE_TEST(the_form_is_read_once_and_speaks_of_the_organization),
        OFFICE_TEST(a_norm_may_be_made_on_the_day_that_begins_elsewhere),
        OFFICE_TEST(with_nobody_there_nothing_is_told),
        OFFICE_TEST(that_secrets_may_reach_the_swap_is_told_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
