#include "questionnaire/item_value.h"

/* A new kind without a line here does not compile. */
enum {
    VALUE_OF_INST = VALUE_NONE,
    VALUE_OF_SCENE = VALUE_NONE,
    VALUE_OF_LIKERT = VALUE_NUMBER,
    VALUE_OF_VAS = VALUE_NUMBER,
    VALUE_OF_GRID = VALUE_ROWS,
    VALUE_OF_MULTI = VALUE_PICK,
    VALUE_OF_MULTICHECK = VALUE_TICKS,
    VALUE_OF_SHORT = VALUE_TEXT,
    VALUE_OF_LONG = VALUE_TEXT,
    VALUE_OF_NUMBER = VALUE_TEXT, /* as typed */
    VALUE_OF_BEST_WORST = VALUE_PAIR,
    VALUE_OF_MOST_LEAST = VALUE_PAIR,
};

enum item_value item_value_of(enum item_kind kind)
{
    static const enum item_value values[] = {
#define ITEM_KIND(name, type, has_answer)                                                \
    [ITEM_##name] = (enum item_value)VALUE_OF_##name,
#include "questionnaire/item_kind.def"
#undef ITEM_KIND
    };
    return values[kind];
}
