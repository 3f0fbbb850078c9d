#include "base/words.h"

#include <libintl.h>

const char *words_of(const char *english)
{
    return dgettext("resonance", english);
}
