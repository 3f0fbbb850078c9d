/* `resonance person invite LABEL`: an address by which somebody joins the desk, once. */
#include "app/desk/command/person/person.h"

#include "base/clock.h"
#include "base/file.h"
#include "base/text/name.h"

enum { DAY_S = 24 * 3600 };

static enum status roles_read(const struct options *values, staff_role_set *out_roles)
{
    const char *word;
    enum status status = OK;
    enum staff_role role;
    *out_roles = 0;
    for (size_t i = 0; status == OK && (word = options_text_again(values, "role", i));
         i++) {
        status = staff_role_read(span_of(word), &role);
        if (status == OK)
            *out_roles |= STAFF_ROLE_BIT(role);
    }
    return status == OK && !*out_roles
               ? fail(STATUS_USAGE, "say what they are: --role owner, recruiter, "
                                    "interviewer or auditor")
               : status;
}

static enum status vacancies_read(struct operation *operation,
                                  struct staff_person *person)
{
    struct span *const ids =
        arena_array(operation->arena, struct span, STAFF_VACANCIES_MAX);
    const char *id;
    enum status status = OK;
    while (status == OK && (id = options_text_again(&operation->values, "vacancy",
                                                    person->vacancy_count))) {
        struct vacancy *vacancy;
        if (person->vacancy_count == STAFF_VACANCIES_MAX)
            return fail(STATUS_USAGE, "name at most %d vacancies", STAFF_VACANCIES_MAX);
        status = office_vacancy(&operation->office, span_of(id), &vacancy);
        ids[person->vacancy_count++] = span_of(id);
    }
    person->vacancies = ids;
    return status;
}

static enum status until_read(const struct options *values, int64_t *out_until_s)
{
    const char *const text = options_text(values, "until");
    int64_t unix_ms;
    if (!text)
        return OK;
    if (!is_clock_date(span_of(text), &unix_ms))
        return fail(STATUS_USAGE,
                    "--until: \"%.20s\" is not a day; write it as 2027-11-30", text);
    *out_until_s = unix_ms / 1000 + DAY_S - 1;
    return *out_until_s < clock_now().unix_ms / 1000
               ? fail(STATUS_USAGE, "--until: %s is in the past", text)
               : OK;
}

static enum status new_person(struct operation *operation, struct staff_person *person)
{
    const char *name = "";
    enum status status = options_need(&operation->values, "name", &name);
    if (status == OK)
        status = operation_name_check(operation, span_trim(span_of(name)));
    if (status == OK)
        status = roles_read(&operation->values, &person->roles);
    if (status == OK)
        status = vacancies_read(operation, person);
    if (status == OK)
        status = until_read(&operation->values, &person->until_s);
    person->name = span_trim(span_of(name));
    return status;
}

static bool is_key_here(struct office *office, struct span label)
{
    return is_file(office_path(office, keys_file(&office->arena, label).data));
}

/* Who is invited; `out_is_here`: they are one of the people already, and get a further browser. */
static enum status invited_find(struct operation *operation,
                                struct staff_person *out_person, bool *out_is_here)
{
    const struct span label = operation_word(operation, 0);
    const struct staff *staff;
    struct staff_person person = {.label = label};
    enum status status = keys_label_check(label);
    if (status == OK)
        status = staff_read(&operation->office, &staff);
    if (status != OK)
        return status;
    const struct staff_person *const known = staff_find(staff, label);
    *out_is_here = known && is_staff_present(known, clock_now().unix_ms / 1000);
    if (*out_is_here)
        person = *known;
    else if (known || is_key_here(&operation->office, label))
        status = fail(STATUS_EXISTS,
                      "\"%.*s\" was somebody's label here before; take another one",
                      SPAN_ARGS(label));
    else
        status = new_person(operation, &person);
    if (status == OK && *out_is_here && !is_key_here(&operation->office, label))
        status = fail(STATUS_NOT_FOUND, "the key of %.*s is not in this folder",
                      SPAN_ARGS(label));
    if (status == OK)
        *out_person = person;
    return status;
}

static void say_invited(struct operation *operation, const struct staff_person *person,
                        bool is_here, struct span secret, struct span words)
{
    const char *const at = options_text(&operation->values, "at");
    if (is_here)
        operation_say(operation,
                      "With this address %.*s invites a further browser, with the "
                      "passphrase that they have:",
                      SPAN_ARGS(person->name));
    else
        operation_say(operation,
                      "With this address %.*s (%.*s) makes a key and joins the desk:",
                      SPAN_ARGS(person->name),
                      SPAN_ARGS(staff_role_set_words(operation->arena, person->roles)));
    operation_say_lines(operation, span_format(operation->arena, "%s/join/%.*s",
                                               at ? at : "", SPAN_ARGS(secret)));
    operation_say(operation,
                  "It works for 48 hours and until its form is sent. Hand it over in "
                  "person, with these four words, which the page must show:");
    operation_say_lines(operation, words);
    if (!at)
        operation_say(operation, "In front of it stands the address of your desk.");
    else if (has_span_prefix(span_of(at), "http:"))
        operation_say(
            operation,
            "It opens on this machine only, and only while this desk runs: they "
            "come here for it. For other machines, the desk is served with a "
            "certificate first.");
    if (!is_here)
        operation_say(operation,
                      "Then compare the eight words of the new key with %.*s, and sign "
                      "for it.",
                      SPAN_ARGS(person->name));
}

enum status person_invite_run(struct operation *operation)
{
    struct staff_person person;
    struct span secret, words;
    bool is_here;
    enum status status = invited_find(operation, &person, &is_here);
    if (status == OK)
        status = joining_desk_words(&operation->office, &words);
    if (status == OK)
        status = joining_begin(&operation->office, &person, &secret);
    if (status != OK)
        return status;
    operation_note(operation, "invited", person.label);
    say_invited(operation, &person, is_here, secret, words);
    return OK;
}
