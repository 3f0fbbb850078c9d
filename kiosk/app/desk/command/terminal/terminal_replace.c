/* `resonance terminal replace TERMINAL REQUEST --out DIR`: another machine in its place. */
#include "app/desk/command/terminal/enrol.h"

enum status terminal_replace_prepare(struct operation *operation)
{
    return enrol_begin(operation, operation->values.files[1],
                       operation_word(operation, 0));
}

enum status terminal_replace_run(struct operation *operation)
{
    return enrol_run(operation);
}
