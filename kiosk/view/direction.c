#include "view/direction.h"

#include <string.h>
#include <strings.h>

static const char *const languages[] = {
    "ar",  "arc", "arz", "ckb", "dv", "fa",  "he",  "iw", "ji", "ks", "nqo",
    "pnb", "prs", "ps",  "rhg", "sd", "skr", "syr", "ug", "ur", "yi",
};
static const char *const scripts[] = {"Adlm", "Arab", "Hebr", "Mand", "Mend",
                                      "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"};

static bool is_one_of(struct span word, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strlen(words[i]) == word.count &&
            strncasecmp(words[i], word.data, word.count) == 0)
            return true;
    return false;
}

bool is_direction_right_to_left(struct span code)
{
    enum { SCRIPT_LETTERS = 4 };
    struct span rest = code, part, language = {0};
    for (bool is_first = true; span_next(&rest, '-', &part); is_first = false) {
        if (is_first)
            language = part;
        else if (part.count == SCRIPT_LETTERS && part.data[0] > '9')
            return is_one_of(part, scripts, sizeof scripts / sizeof *scripts);
    }
    return language.count &&
           is_one_of(language, languages, sizeof languages / sizeof *languages);
}
