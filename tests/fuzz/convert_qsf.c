/* Any bytes as a survey of Qualtrics. */
#include "converted.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    converted_try(CONVERT_QSF, data, size);
    return 0;
}
