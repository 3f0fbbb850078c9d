/* Any bytes as a plain list of statements. */
#include "converted.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    converted_try(CONVERT_LIST, data, size);
    return 0;
}
