#include "app/desk/office/interview/readers.h"

#include "app/desk/office/trust/signed_keyset.h"

#include <string.h>

enum status readers_add(struct readers *readers, struct span recipient)
{
    struct age_recipient read;
    const enum status status = age_recipient_read(recipient, &read);
    if (status != OK)
        return status;
    for (size_t i = 0; i < readers->count; i++)
        if (memcmp(readers->list[i].bytes, read.bytes, AGE_RECIPIENT_BYTES) == 0)
            return OK;
    if (readers->count == READERS_MAX)
        return fail(STATUS_REFUSED,
                    "more than %d people would read this: give the vacancy "
                    "fewer recruiters",
                    READERS_MAX);
    readers->list[readers->count++] = read;
    return OK;
}

enum status readers_recovery(const struct keyset *keyset, struct readers *readers)
{
    enum status status = OK;
    for (size_t i = 0; status == OK && i < keyset->recipient_count; i++)
        if (keyset->recipients[i].role == RECIPIENT_RECOVERY) {
            status = readers_add(readers, keyset->recipients[i].recipient);
            readers->recovery_count++;
        }
    return status;
}

static bool is_for(const struct staff_person *person, struct span vacancy)
{
    bool is_named = !person->vacancy_count;
    for (size_t i = 0; i < person->vacancy_count; i++)
        is_named |= is_span_equal(person->vacancies[i], vacancy);
    return is_named;
}

enum status readers_vacancy(struct office *office, struct span vacancy,
                            staff_role_set roles, int64_t now_s, struct readers *readers)
{
    const struct staff *staff;
    struct keyset *keyset;
    enum status status = staff_read(office, &staff);
    if (status == OK)
        status = signed_keyset_look(office, &keyset);
    for (size_t i = 0; status == OK && i < staff->count; i++)
        if (is_staff_present(&staff->list[i], now_s) && staff->list[i].roles & roles &&
            is_for(&staff->list[i], vacancy))
            status = readers_add(readers, staff->list[i].recipient);
    return status == OK ? readers_recovery(keyset, readers) : status;
}
