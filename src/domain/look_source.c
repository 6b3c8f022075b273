#include "domain/look.h"
#include "domain/stylesheet.h"

const struct look_source look_source = { .read_settings = look_read, .take_out = stylesheet_take_out };
