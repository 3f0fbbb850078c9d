#include "app/desk/office/staff/staff.h"

#include "app/desk/office/trust/bound.h"
#include "app/desk/office/trust/roll.h"
#include "app/desk/office/trust/signed_keyset.h"
#include "base/clock.h"
#include "base/file.h"

#include <string.h>

struct reading {
    struct office *office;
    struct staff *staff;
    struct signed_rows_head known; /* how far the roll says that it had come */
    bool is_known_there;
};

static struct staff_person *find(const struct staff *staff, struct span label)
{
    for (size_t i = 0; i < staff->count; i++)
        if (is_span_equal(staff->list[i].label, label))
            return &staff->list[i];
    return NULL;
}

static staff_role_set take_roles(struct canonical_take *take, const struct json *object)
{
    struct span words[STAFF_ROLE_COUNT];
    const size_t count =
        canonical_take_texts(take, object, "may", STAFF_ROLE_COUNT, words);
    staff_role_set roles = 0;
    enum staff_role role;
    for (size_t i = 0; i < count && take->status == OK; i++) {
        if (staff_role_read(words[i], &role) == OK)
            roles |= STAFF_ROLE_BIT(role);
        else
            canonical_take_wrong(take, "it names a role that there is not");
    }
    return roles;
}

void staff_take_person(struct canonical_take *take, const struct json *object,
                       struct staff_person *person)
{
    struct span *const ids = arena_array(take->arena, struct span, STAFF_VACANCIES_MAX);
    person->label = canonical_take_text(take, object, "label");
    person->name = canonical_take_text(take, object, "name");
    person->roles = take_roles(take, object);
    person->until_s = canonical_take_whole(take, object, "until_s", 0, INT64_MAX);
    person->vacancy_count =
        canonical_take_texts(take, object, "vacancies", STAFF_VACANCIES_MAX, ids);
    person->vacancies = ids;
}

static void take_verify_key(struct signed_row *line, struct staff_person *person)
{
    person->has_verify_key =
        canonical_take_text_or_null(&line->take, line->json, "ed25519").data != NULL;
    if (person->has_verify_key)
        canonical_take_hex(&line->take, line->json, "ed25519", person->verify_key,
                           sizeof person->verify_key);
}

/* Who was retired and comes again begins anew. */
static enum status take_person(const struct reading *reading, struct signed_row *line)
{
    struct canonical_take *take = &line->take;
    struct staff_person person = {
        .recipient = canonical_take_text(take, line->json, "age"),
        .from_s = canonical_take_whole(take, line->json, "from_s", 0, INT64_MAX),
    };
    staff_take_person(take, line->json, &person);
    take_verify_key(line, &person);
    struct staff_person *place = find(reading->staff, person.label);
    if (!place)
        place = &reading->staff->list[reading->staff->count++];
    *place = person;
    reading->staff->signed_for[reading->staff->signed_count++] = person;
    return take->status;
}

static enum status take_end(const struct reading *reading, struct signed_row *line)
{
    struct staff_person *person =
        find(reading->staff, canonical_take_text(&line->take, line->json, "label"));
    if (person)
        person->ended_s = line->unix_s;
    else
        canonical_take_wrong(&line->take, "it ends somebody who was not there");
    return line->take.status;
}

static enum status on_row(void *context, struct signed_row *line)
{
    struct reading *reading = context;
    if (line->number == reading->known.count)
        reading->is_known_there =
            memcmp(line->hash, reading->known.hash, sizeof line->hash) == 0;
    switch ((enum staff_kind)canonical_take_word(
        &line->take, line->json, "kind", staff_format_words, STAFF_FORMAT_KINDS)) {
    case STAFF_PERSON:
        return take_person(reading, line);
    case STAFF_END:
        return take_end(reading, line);
    }
    return line->take.status;
}

static enum status cut(struct office *office)
{
    return fail(STATUS_FORGED,
                "%s is not what the organization signed last: it was cut, removed, or an "
                "older one put back; put it back from the newest copy of this folder",
                office_path(office, STAFF_FILE));
}

static enum status load(struct reading *reading)
{
    struct office *office = reading->office;
    struct staff *staff = reading->staff;
    enum status status =
        office_read(office, STAFF_FILE, STAFF_FORMAT_BYTES_MAX, &staff->bytes);
    if (status != OK)
        return status;
    staff->list = arena_array(&office->arena, struct staff_person,
                              signed_rows_line_count(staff->bytes) + 1);
    staff->signed_for = arena_array(&office->arena, struct staff_person,
                                    signed_rows_line_count(staff->bytes) + 1);
    status = signed_rows_read(office, &staff_format_rows, staff->bytes, on_row, reading,
                              &staff->head);
    return status == OK && reading->known.count && !reading->is_known_there ? cut(office)
                                                                            : status;
}

/* As it was before there was a list: each key that opens results is a person's. */
static enum status load_keyset(struct office *office, struct staff *staff)
{
    struct keyset *keyset;
    const enum status status = signed_keyset_look(office, &keyset);
    if (status != OK)
        return status;
    staff->list =
        arena_array(&office->arena, struct staff_person, keyset->recipient_count + 1);
    for (size_t i = 0; i < keyset->recipient_count; i++) {
        const struct keyset_recipient *row = &keyset->recipients[i];
        if (row->role == RECIPIENT_RECOVERY)
            continue;
        staff->list[staff->count++] = (struct staff_person){
            .label = row->label,
            .name = row->label,
            .roles = STAFF_ROLE_BIT(STAFF_OWNER) | STAFF_ROLE_BIT(STAFF_RECRUITER),
            .recipient = row->recipient,
        };
    }
    return OK;
}

static enum status read_all(struct office *office, struct staff *staff)
{
    const struct roll *roll;
    const enum status status = roll_read(office, &roll);
    if (status != OK)
        return status;
    struct reading reading = {.office = office, .staff = staff, .known = roll->people};
    staff->is_missing = !is_file(office_path(office, STAFF_FILE));
    if (!staff->is_missing)
        return load(&reading);
    return roll->people.count ? cut(office) : load_keyset(office, staff);
}

enum status staff_read(struct office *office, const struct staff **out_staff)
{
    if (!office->staff) {
        struct staff *staff = arena_new(&office->arena, struct staff);
        const enum status status = read_all(office, staff);
        if (status != OK)
            return status;
        office->staff = staff;
    }
    *out_staff = office->staff;
    return OK;
}

const struct staff_person *staff_find(const struct staff *staff, struct span label)
{
    return find(staff, label);
}

const struct staff_person *staff_of_keys(struct office *office, const struct staff *staff,
                                         const struct keys *keys)
{
    for (size_t i = 0; i < keys->count; i++) {
        const struct span public =
            age_recipient_write(&office->arena, &keys->identities[i].recipient);
        for (size_t n = 0; n < staff->count; n++)
            if (is_span_equal(staff->list[n].recipient, public))
                return &staff->list[n];
    }
    return NULL;
}

const struct staff_person *staff_next_signed(const struct staff *staff, struct span label,
                                             staff_role_set roles,
                                             const struct staff_person *after)
{
    for (size_t i = after ? (size_t)(after - staff->signed_for) + 1 : 0;
         i < staff->signed_count; i++) {
        const struct staff_person *person = &staff->signed_for[i];
        if (is_span_equal(person->label, label) && person->roles & roles &&
            person->has_verify_key)
            return person;
    }
    return NULL;
}

bool is_staff_present(const struct staff_person *person, int64_t now_s)
{
    return !person->ended_s && (!person->until_s || now_s <= person->until_s);
}

bool is_staff_auditor_only(const struct staff_person *person, int64_t now_s)
{
    return is_staff_present(person, now_s) &&
           person->roles & STAFF_ROLE_BIT(STAFF_AUDITOR) &&
           !(person->roles & STAFF_ROLE_BIT(STAFF_RECRUITER));
}

bool is_staff_last_owner(const struct staff *staff, struct span label, int64_t now_s)
{
    bool is_owner = false;
    for (size_t i = 0; i < staff->count; i++) {
        const struct staff_person *const person = &staff->list[i];
        if (!is_staff_present(person, now_s) ||
            !(person->roles & STAFF_ROLE_BIT(STAFF_OWNER)))
            continue;
        if (!is_span_equal(person->label, label))
            return false;
        is_owner = true;
    }
    return is_owner;
}

static enum status refuse(struct office *office, const struct staff_person *person,
                          staff_role_set roles)
{
    struct arena *arena = &office->arena;
    return fail(STATUS_REFUSED,
                "that is for: %.*s; %.*s is here as: %.*s. An owner can change it",
                SPAN_ARGS(staff_role_set_words(arena, roles)), SPAN_ARGS(person->label),
                SPAN_ARGS(staff_role_set_words(arena, person->roles)));
}

/* Where the organization's key itself was exchanged, that is what is said. */
static enum status read_of(struct office *office, const struct keys *keys,
                           const struct staff **out_staff)
{
    const enum status status = staff_read(office, out_staff);
    const enum status bound =
        status == STATUS_FORGED ? bound_check(office, keys) : status;
    return bound != OK ? bound : status;
}

enum status staff_need(struct office *office, const struct keys *keys,
                       staff_role_set roles, const struct staff_person **out_person)
{
    const struct staff *staff;
    const enum status status = read_of(office, keys, &staff);
    if (status != OK)
        return status;
    const struct staff_person *person = staff_of_keys(office, staff, keys);
    if (!person && keys->person && !staff->is_missing)
        return fail(STATUS_REFUSED,
                    "nobody has signed for this key, or it was retired; ask an owner");
    if (person && !is_staff_present(person, clock_now().unix_ms / 1000))
        return fail(STATUS_REFUSED, "the time of %.*s here is over; ask an owner",
                    SPAN_ARGS(person->label));
    if (person && !(person->roles & roles))
        return refuse(office, person, roles);
    *out_person = person;
    return OK;
}
