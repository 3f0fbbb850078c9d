/* `resonance measure` alone, so that a changed measure/ is tried without the other layers. */
#include "app/measure/measure.h"

int main(int argc, char **argv)
{
    return measure_command(argc - 1, argv + 1);
}
