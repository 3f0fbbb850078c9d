#include "screens/reason.h"

#include "base/must.h"
#include "base/words.h"

struct span reason_words(enum reason reason)
{
    static const char *const sentences[] = {
        [REASON_NONE] = NULL,
#define REASON(name, sentence) [REASON_##name] = WN(sentence),
#include "screens/reason.def"
#undef REASON
    };
    _Static_assert(sizeof sentences / sizeof *sentences == REASON_COUNT,
                   "a reason without a sentence");
    must(reason < REASON_COUNT);
    return sentences[reason] ? WS(sentences[reason]) : SPAN("");
}
