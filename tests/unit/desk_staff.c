/* Who is at the desk and what they may do counts only as the organization signed it: a list that
 * was changed, cut, removed or put back gives nobody anything. */
#include "office_kit.h"

#include "app/desk/office/staff/staff_write.h"
#include "base/clock.h"

static struct staff_person made(const char *label, staff_role_set roles)
{
    struct age_identity identity;
    age_identity_generate(&identity);
    return (struct staff_person){
        .label = span_of(label),
        .name = span_format(&kit.arena, "%s Berg", label),
        .roles = roles,
        .recipient = age_recipient_write(&kit.arena, &identity.recipient),
    };
}

static void add(const struct staff_person *person)
{
    const struct staff *staff;
    struct signed_rows_write write;
    assert_ok(staff_read(&kit.office, &staff));
    staff_write_begin(&kit.arena, staff, &kit.signing, &write);
    staff_write_person(&write, person);
    assert_ok(staff_write_end(&write, &kit.office));
}

static void end(const char *label)
{
    const struct staff *staff;
    struct signed_rows_write write;
    assert_ok(staff_read(&kit.office, &staff));
    staff_write_begin(&kit.arena, staff, &kit.signing, &write);
    staff_write_end_of(&write, span_of(label));
    assert_ok(staff_write_end(&write, &kit.office));
}

static struct span file(void)
{
    struct span bytes;
    assert_ok(office_read(&kit.office, STAFF_FILE, STAFF_FORMAT_BYTES_MAX, &bytes));
    return bytes;
}

/* As it is read by the next program. */
static enum status read_anew(const struct staff **out_staff)
{
    kit.office.staff = NULL;
    kit.office.roll = NULL;
    return staff_read(&kit.office, out_staff);
}

static void put_back(struct span bytes)
{
    office_kit_write(STAFF_FILE, bytes);
}

static void assert_forged(const char *words)
{
    const struct staff *staff;
    const struct staff_person *person;
    assert_status(read_anew(&staff), STATUS_FORGED);
    assert_has(span_of(status_last()), words);
    assert_status(staff_need(&kit.office, &kit.keys, STAFF_ROLES_ALL, &person),
                  STATUS_FORGED);
}

static void before_there_was_a_list_every_key_holder_is_owner_and_recruiter(void **state)
{
    const struct staff *staff;
    const struct staff_person *person = NULL;
    (void)state;
    assert_ok(staff_read(&kit.office, &staff));
    assert_true(staff->is_missing);
    assert_int_equal(staff->count, 1); /* the recovery key is nobody */
    assert_ok(staff_need(&kit.office, &kit.keys, STAFF_ROLE_BIT(STAFF_OWNER), &person));
    assert_ok(
        staff_need(&kit.office, &kit.keys, STAFF_ROLE_BIT(STAFF_RECRUITER), &person));
    assert_true(is_span(person->label, "recruiter"));
}

static void the_list_begins_with_who_was_there_and_says_all_of_each(void **state)
{
    static const struct span vacancies[] = {SPAN("deck"), SPAN("mate")};
    struct staff_person ben =
        made("ben", STAFF_ROLE_BIT(STAFF_INTERVIEWER) | STAFF_ROLE_BIT(STAFF_AUDITOR));
    struct person secret = {.seed = {7}};
    const struct staff *staff;
    (void)state;
    ben.vacancies = vacancies;
    ben.vacancy_count = 2;
    ben.until_s = KIT_NOON_S;
    staff_write_verify_key(&secret, &ben);
    add(&ben);
    assert_ok(read_anew(&staff));
    assert_false(staff->is_missing);
    assert_int_equal(staff->count, 2);
    assert_int_equal(staff_find(staff, SPAN("recruiter"))->roles,
                     STAFF_ROLE_BIT(STAFF_OWNER) | STAFF_ROLE_BIT(STAFF_RECRUITER));
    const struct staff_person *const read = staff_find(staff, SPAN("ben"));
    assert_true(is_span(read->name, "ben Berg"));
    assert_int_equal(read->roles, ben.roles);
    assert_true(is_span_equal(read->recipient, ben.recipient));
    assert_memory_equal(read->verify_key, ben.verify_key, sizeof ben.verify_key);
    assert_int_equal(read->vacancy_count, 2);
    assert_true(is_span(read->vacancies[1], "mate"));
    assert_true(is_staff_present(read, KIT_NOON_S));
    assert_false(is_staff_present(read, KIT_NOON_S + 1));
    assert_true(
        is_span(staff_role_set_words(&kit.arena, read->roles), "interviewer, auditor"));
}

static void a_role_that_somebody_has_not_is_refused_with_what_they_are(void **state)
{
    struct staff_person me = made("recruiter", STAFF_ROLE_BIT(STAFF_AUDITOR));
    const struct staff_person *person = NULL;
    (void)state;
    me.recipient = age_recipient_write(&kit.arena, &kit.recruiter.recipient);
    add(&me);
    assert_ok(
        staff_need(&kit.office, &kit.keys, staff_role_set_of(SPAN("o a")), &person));
    assert_status(
        staff_need(&kit.office, &kit.keys, staff_role_set_of(SPAN("o r i")), &person),
        STATUS_REFUSED);
    assert_has(span_of(status_last()), "that is for: owner, recruiter, interviewer");
    assert_has(span_of(status_last()), "is here as: auditor");
    const struct staff *staff;
    const struct staff_person olga = made("olga", STAFF_ROLE_BIT(STAFF_OWNER));
    struct staff_person ines = made("ines", STAFF_ROLE_BIT(STAFF_OWNER));
    ines.until_s = KIT_NOON_S;
    add(&olga);
    add(&ines);
    assert_ok(staff_read(&kit.office, &staff));
    assert_false(is_staff_last_owner(staff, SPAN("olga"), KIT_NOON_S));
    assert_true(is_staff_last_owner(staff, SPAN("olga"), KIT_NOON_S + 1));
    assert_false(is_staff_last_owner(staff, SPAN("recruiter"),
                                     KIT_NOON_S + 1)); /* is none any more */
    end("recruiter");
    assert_status(staff_need(&kit.office, &kit.keys, STAFF_ROLES_ALL, &person),
                  STATUS_REFUSED);
    assert_has(span_of(status_last()), "is over");
    me.roles = STAFF_ROLE_BIT(STAFF_RECRUITER); /* comes again */
    add(&me);
    assert_ok(staff_need(&kit.office, &kit.keys, staff_role_set_of(SPAN("r")), &person));
}

static void a_key_that_nobody_signed_for_may_nothing(void **state)
{
    const struct staff_person ben = made("ben", STAFF_ROLES_ALL);
    struct person secret = {.seed = {7}};
    struct age_identity stranger;
    struct keys keys = {.identities = &stranger, .count = 1, .person = &secret};
    const struct staff_person *person = NULL;
    (void)state;
    age_identity_generate(&stranger);
    add(&ben);
    assert_status(staff_need(&kit.office, &keys, STAFF_ROLES_ALL, &person),
                  STATUS_REFUSED);
    assert_has(span_of(status_last()), "nobody has signed for this key");
    keys.person = NULL; /* a recovery sheet */
    assert_ok(staff_need(&kit.office, &keys, staff_role_set_of(SPAN("r")), &person));
    assert_null(person);
}

static void whoever_writes_the_folder_makes_nobody_owner(void **state)
{
    struct staff_person ben = made("ben", STAFF_ROLE_BIT(STAFF_INTERVIEWER));
    const struct staff *staff;
    (void)state;
    add(&ben);
    const struct span first = span_copy(&kit.arena, file());
    end("ben");
    const struct span whole = span_copy(&kit.arena, file());
    for (size_t at = 0; at < whole.count; at += 7) { /* each change of a letter */
        char *const changed = arena_alloc(&kit.arena, whole.count);
        memcpy(changed, whole.data, whole.count);
        changed[at] ^= 1;
        put_back((struct span){changed, whole.count});
        assert_int_not_equal(read_anew(&staff), OK);
    }
    put_back(first); /* yesterday's, in which ben is still there */
    assert_forged("an older one put back");
    assert_int_equal(unlink(office_path(&kit.office, STAFF_FILE)), 0);
    assert_forged("removed");
    put_back(whole);
    assert_ok(read_anew(&staff));
    /* Signed, but by another key. */
    struct minisign_key other;
    struct signed_rows_write write;
    minisign_generate(&other);
    ben.roles = STAFF_ROLES_ALL;
    staff_write_begin(&kit.arena, staff, &other, &write);
    staff_write_person(&write, &ben);
    assert_status(staff_write_end(&write, &kit.office), STATUS_FORGED);
    put_back(buffer_span(&write.text));
    assert_forged("not what the organization signed");
}

static void a_list_that_is_newer_than_the_roll_counts(void **state)
{
    const struct staff_person ben = made("ben", STAFF_ROLE_BIT(STAFF_RECRUITER));
    const struct staff *staff;
    struct span roll;
    (void)state;
    add(&ben);
    assert_ok(office_read(&kit.office, ROLL_FILE, ROLL_FORMAT_BYTES_MAX, &roll));
    end("ben"); /* and then the power goes, before the roll names it */
    office_kit_write(ROLL_FILE, roll);
    assert_ok(read_anew(&staff));
    assert_true(staff_find(staff, SPAN("ben"))->ended_s > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        OFFICE_TEST(before_there_was_a_list_every_key_holder_is_owner_and_recruiter),
        OFFICE_TEST(the_list_begins_with_who_was_there_and_says_all_of_each),
        OFFICE_TEST(a_role_that_somebody_has_not_is_refused_with_what_they_are),
        OFFICE_TEST(a_key_that_nobody_signed_for_may_nothing),
        OFFICE_TEST(whoever_writes_the_folder_makes_nobody_owner),
        OFFICE_TEST(a_list_that_is_newer_than_the_roll_counts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
