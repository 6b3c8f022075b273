#include "rule/contrast.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static const struct colour black = { 0, 0, 0 }, white = { 255, 255, 255 };
/* As samspil.css has them: --ink, and the darkest of the soft backgrounds, --grey-soft. */
static const struct colour ink = { 0x1a, 0x1a, 0x1a }, surface = { 0xec, 0xef, 0xf1 };

static int
digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c = (char)(c | 0x20);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

bool
colour_read(const char *text, struct colour *out)
{
	int digits[6], i;

	if (text == NULL || text[0] != '#' || strlen(text) != 7)
		return false;
	for (i = 0; i < 6; i++) {
		digits[i] = digit(text[i + 1]);
		if (digits[i] < 0)
			return false;
	}
	*out = (struct colour){ (unsigned char)(digits[0] * 16 + digits[1]), (unsigned char)(digits[2] * 16 + digits[3]),
	    (unsigned char)(digits[4] * 16 + digits[5]) };
	return true;
}

void
colour_write(struct colour colour, char out[8])
{
	snprintf(out, 8, "#%02x%02x%02x", colour.red, colour.green, colour.blue);
}

static double
linear(unsigned char channel)
{
	double c = channel / 255.0;

	return c <= 0.03928 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

double
colour_luminance(struct colour colour)
{
	return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

double
contrast_ratio(struct colour a, struct colour b)
{
	double first = colour_luminance(a), second = colour_luminance(b);

	return (fmax(first, second) + 0.05) / (fmin(first, second) + 0.05);
}

static unsigned char
mix_channel(unsigned char a, unsigned char b, double share)
{
	return (unsigned char)lround(a + (b - a) * share);
}

struct colour
colour_mix(struct colour a, struct colour b, double share)
{
	return (struct colour){ mix_channel(a.red, b.red, share), mix_channel(a.green, b.green, share),
	    mix_channel(a.blue, b.blue, share) };
}

static struct colour
reads_best_on(struct colour bar)
{
	return contrast_ratio(bar, white) >= CONTRAST_NEEDED || contrast_ratio(bar, white) >= contrast_ratio(bar, ink) ? white : ink;
}

static bool
passes(enum colour_use use, struct colour colour)
{
	return contrast_ratio(colour, use == COLOUR_BAR ? reads_best_on(colour) : surface) >= CONTRAST_NEEDED;
}

/* A step of one per cent at a time, towards black, and for a bar towards white as well: black itself passes. */
static struct colour
nearest(enum colour_use use, struct colour colour)
{
	int percent;

	for (percent = 0; percent < 100; percent++) {
		struct colour darker = colour_mix(colour, black, percent / 100.0), lighter = colour_mix(colour, white, percent / 100.0);

		if (passes(use, darker))
			return darker;
		if (use == COLOUR_BAR && passes(use, lighter))
			return lighter;
	}
	return black;
}

void
contrast_judge(enum colour_use use, struct colour colour, struct contrast *out)
{
	out->against = use == COLOUR_BAR ? reads_best_on(colour) : surface;
	out->ratio = contrast_ratio(colour, out->against);
	out->passes = passes(use, colour);
	out->nearest = nearest(use, colour);
}

struct colour
colour_soft(struct colour link)
{
	int percent;

	for (percent = 90; percent < 100; percent++)
		if (contrast_ratio(link, colour_mix(link, white, percent / 100.0)) >= CONTRAST_NEEDED)
			return colour_mix(link, white, percent / 100.0);
	return white;
}

struct colour
colour_dark(struct colour link)
{
	return colour_mix(link, black, 0.25);
}
