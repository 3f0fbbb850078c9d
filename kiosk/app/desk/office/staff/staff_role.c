#include "app/desk/office/staff/staff_role.h"

#include "base/arena.h"
#include "base/buffer.h"

enum { WORDS_BYTES = 256 };

const char *const staff_role_words[STAFF_ROLE_COUNT] = {
#define ROLE(symbol, letter, word, sentence) [symbol] = (word),
#include "app/desk/office/staff/staff_role.def"
#undef ROLE
};

const char *const staff_role_sentences[STAFF_ROLE_COUNT] = {
#define ROLE(symbol, letter, word, sentence) [symbol] = (sentence),
#include "app/desk/office/staff/staff_role.def"
#undef ROLE
};

static const char letters_of[STAFF_ROLE_COUNT] = {
#define ROLE(symbol, letter, word, sentence) [symbol] = (letter),
#include "app/desk/office/staff/staff_role.def"
#undef ROLE
};

enum status staff_role_read(struct span word, enum staff_role *out_role)
{
    for (int i = 0; i < STAFF_ROLE_COUNT; i++)
        if (is_span(word, staff_role_words[i])) {
            *out_role = (enum staff_role)i;
            return OK;
        }
    return fail(STATUS_USAGE, "a role is owner, recruiter, interviewer or auditor");
}

staff_role_set staff_role_set_of(struct span letters)
{
    staff_role_set roles = 0;
    for (size_t at = 0; at < letters.count; at++)
        for (int i = 0; i < STAFF_ROLE_COUNT; i++)
            roles |= letters.data[at] == letters_of[i] ? STAFF_ROLE_BIT(i) : 0;
    return roles;
}

struct span staff_role_set_words(struct arena *arena, staff_role_set roles)
{
    struct buffer words = buffer_init(arena, WORDS_BYTES);
    for (int i = 0; i < STAFF_ROLE_COUNT; i++)
        if (roles & STAFF_ROLE_BIT(i))
            buffer_format(&words, "%s%s", words.count ? ", " : "", staff_role_words[i]);
    return words.count ? buffer_span(&words) : SPAN("no role");
}
