/* What an organization says of itself stands in sentences on screens, cards and reports, so it must
 * fit into them. */
#include "setup/organization.h"

#include "base/text/shown_text.h"
#include "base/utf8.h"

static const struct text_rule {
    const char *what;
    size_t most; /* characters */
    bool is_word;
} rules[] = {
    [ORGANIZATION_NAME] = {"name of the organization", 80, false},
    [ORGANIZATION_CONTACT] = {"contact", 160, false},
    [ORGANIZATION_RETENTION] = {"sentence on how long answers are kept", 300, false},
    [ORGANIZATION_CUSTOMER] = {"word for customers", 40, true},
};

/* A word inside sentences: letters of any language, and what joins them. */
static bool is_of_word(uint32_t code)
{
    return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z') || code >= 0xa0 ||
           code == ' ' || code == '-' || code == '\'';
}

static enum status letters_check(const struct text_rule *rule, struct span text)
{
    size_t at = 0;
    uint32_t code;
    while (utf8_next(text, &at, &code)) {
        if (code == '{' || code == '}')
            return fail(STATUS_BAD_INPUT,
                        "the %s holds a brace, which marks places in texts; leave it out",
                        rule->what);
        if (rule->is_word && !is_of_word(code))
            return fail(STATUS_BAD_INPUT,
                        "the %s holds more than letters; it stands inside sentences, as "
                        "\"passenger\" does in \"What passengers need comes first.\"",
                        rule->what);
    }
    return OK;
}

enum status organization_check(enum organization_text which, struct span text)
{
    const struct text_rule *rule = &rules[which];
    const size_t count = utf8_count(text);
    const enum status status = shown_text_check(rule->what, text);
    if (status != OK)
        return status;
    if (count > rule->most)
        return fail(STATUS_BAD_INPUT,
                    "the %s has %zu characters, and at most %zu fit on screens and cards",
                    rule->what, count, rule->most);
    return letters_check(rule, text);
}
