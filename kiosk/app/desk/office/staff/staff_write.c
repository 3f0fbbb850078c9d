#include "app/desk/office/staff/staff_write.h"

#include "app/desk/office/trust/roll_write.h"

void staff_write_begin(struct arena *arena, const struct staff *staff,
                       const struct minisign_key *key, struct signed_rows_write *write)
{
    static const struct signed_rows_head none;
    const bool is_new = !staff || staff->is_missing;
    signed_rows_write_begin(arena, &staff_format_rows, is_new ? &none : &staff->head,
                            is_new ? SPAN("") : staff->bytes, key, write);
    for (size_t i = 0; is_new && staff && i < staff->count; i++)
        staff_write_person(write, &staff->list[i]);
}

void staff_write_roles(struct canonical *c, staff_role_set roles)
{
    canonical_list(c, "may");
    for (int i = 0; i < STAFF_ROLE_COUNT; i++)
        if (roles & STAFF_ROLE_BIT(i))
            canonical_text(c, NULL, span_of(staff_role_words[i]));
    canonical_end(c);
}

void staff_write_person(struct signed_rows_write *write,
                        const struct staff_person *person)
{
    struct canonical c = canonical_begin(write->arena);
    canonical_object(&c, NULL);
    canonical_text(&c, "age", person->recipient);
    if (person->has_verify_key)
        canonical_hex(&c, "ed25519", person->verify_key, sizeof person->verify_key);
    else
        canonical_null(&c, "ed25519");
    canonical_whole(&c, "from_s", person->from_s ? person->from_s : write->unix_s);
    canonical_text(&c, "kind", span_of(staff_format_words[STAFF_PERSON]));
    canonical_text(&c, "label", person->label);
    staff_write_roles(&c, person->roles);
    canonical_text(&c, "name", person->name);
    signed_rows_write_place(write, &c);
    canonical_whole(&c, "until_s", person->until_s);
    canonical_texts(&c, "vacancies", person->vacancies, person->vacancy_count);
    signed_rows_write_row(write, &c);
}

void staff_write_end_of(struct signed_rows_write *write, struct span label)
{
    struct canonical c = canonical_begin(write->arena);
    canonical_object(&c, NULL);
    canonical_text(&c, "kind", span_of(staff_format_words[STAFF_END]));
    canonical_text(&c, "label", label);
    signed_rows_write_place(write, &c);
    signed_rows_write_row(write, &c);
}

/* The list first: a roll that names rows which are not there would be refused. */
enum status staff_write_end(const struct signed_rows_write *write, struct office *office)
{
    const struct roll *roll;
    struct roll_write named;
    enum status status = roll_read(office, &roll);
    if (status == OK)
        status = signed_rows_write_end(write, office);
    office->staff = NULL; /* read anew when it is asked for */
    if (status != OK || roll->is_missing)
        return status;
    roll_write_begin(write->arena, roll, write->key, &named);
    roll_write_people(&named, &write->head);
    return roll_write_end(&named, office);
}

void staff_write_verify_key(const struct person *keys_person, struct staff_person *person)
{
    unsigned char secret[SIGN_SECRET_BYTES];
    person->has_verify_key = keys_person != NULL;
    if (!keys_person)
        return;
    sign_of_seed(keys_person->seed, secret);
    sign_public_of(secret, person->verify_key);
    wipe(secret, sizeof secret);
}
