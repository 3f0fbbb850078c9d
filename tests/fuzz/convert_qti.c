/* Any bytes as an item of QTI, or a package of them. */
#include "converted.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    converted_try(CONVERT_QTI, data, size);
    return 0;
}
