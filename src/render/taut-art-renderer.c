/* taut-art-renderer.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-art-renderer"

#include "config.h"

#include "taut-art-renderer.h"

#include <librsvg/rsvg.h>
#include <math.h>
#include <string.h>

#include "taut-art-crop.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RsvgHandle, g_object_unref)

/* A second stylesheet on one handle adds to the first, so every style and every
 * step of the zoom has a handle of its own. The oldest goes first. */
#define N_HANDLES 4
/* Around what is shown of the art on paper: for the width of lines, figure units. */
#define BOX_MARGIN 6.0
/* What nobody sees in print: 0.045 points. */
#define SLACK_PX 0.06
/* A PDF repeats a clip at each of the shapes that it cuts, but not at those of a group.
 * These are the layers that end at the rim of the body. */
#define GROUPS "#shade, #hair, #underwear { isolation: isolate }\n"
#define BARE "#underwear { display: none }\n"
/* Steps of the zoom at which the width of lines is set anew, per doubling. */
#define STEPS_PER_DOUBLING 4.0

typedef struct
{
  RsvgHandle *handle;
  TautStyle style;
  TautMuscles muscles;
  gboolean bare;
  int step;
} StyledHandle;

struct _TautArtRenderer
{
  TautView *view;
  TautMuscles muscles;
  gboolean bare;
  GBytes *svg;               /* without muscles, and with them */
  GBytes *muscle_svg;
  StyledHandle handles[N_HANDLES];
};

TautArtRenderer *
taut_art_renderer_new (TautView *view)
{
  TautArtRenderer *art;

  g_return_val_if_fail (view != NULL, NULL);

  art = g_new0 (TautArtRenderer, 1);
  art->view = taut_view_ref (view);

  return art;
}

void
taut_art_renderer_free (TautArtRenderer *art)
{
  if (art == NULL)
    return;

  for (guint i = 0; i < N_HANDLES; i++)
    g_clear_object (&art->handles[i].handle);
  g_clear_pointer (&art->svg, g_bytes_unref);
  g_clear_pointer (&art->muscle_svg, g_bytes_unref);
  taut_view_unref (art->view);
  g_free (art);
}

void
taut_art_renderer_set_muscles (TautArtRenderer *art,
                               TautMuscles      muscles)
{
  g_return_if_fail (art != NULL);

  art->muscles = muscles;
}

void
taut_art_renderer_set_underwear (TautArtRenderer *art,
                                 gboolean         underwear)
{
  g_return_if_fail (art != NULL);

  art->bare = !underwear;
}

/* Shown through, the upper muscles are a veil. */
static const char *
get_muscle_rules (TautMuscles muscles)
{
  return muscles == TAUT_MUSCLES_DEEP ? "#muscles-superficial { opacity: 0.2 }\n" :
                                        "#muscles-deep { display: none }\n";
}

static double
get_slack (int step)
{
  return SLACK_PX / exp2 (step / STEPS_PER_DOUBLING);
}

/* @box: (nullable): the part that is wanted, where not all of it is */
static RsvgHandle *
parse_art (TautArtRenderer       *art,
           TautStyle              style,
           int                    step,
           const TautViewBounds  *box,
           GError               **error)
{
  g_autoptr (GBytes) svg = NULL;
  g_autoptr (RsvgHandle) handle = NULL;
  g_autofree char *palette_sheet = NULL;
  g_autofree char *stylesheet = NULL;
  GBytes **source;
  gconstpointer data;
  gsize size;

  g_assert (art != NULL);

  source = art->muscles != TAUT_MUSCLES_NONE ? &art->muscle_svg : &art->svg;
  if (*source == NULL)
    *source = taut_view_load_layered_art (art->view, art->muscles != TAUT_MUSCLES_NONE, error);
  if (*source == NULL)
    return NULL;

  /* One side of the muscles may be the other's mirror image, and cannot be cut. */
  svg = box != NULL && art->muscles == TAUT_MUSCLES_NONE ?
          taut_art_crop (*source, box, get_slack (step)) : g_bytes_ref (*source);
  data = g_bytes_get_data (svg, &size);
  handle = rsvg_handle_new_from_data (data, size, error);
  if (handle == NULL)
    return NULL;

  palette_sheet = taut_palette_format_stylesheet (taut_palette_get (style),
                                                  exp2 (step / STEPS_PER_DOUBLING));
  stylesheet = g_strconcat (palette_sheet, get_muscle_rules (art->muscles),
                            art->bare ? BARE : "",
                            box != NULL ? GROUPS : "", NULL);
  if (!rsvg_handle_set_stylesheet (handle, (const guint8 *) stylesheet, strlen (stylesheet), error))
    return NULL;

  return g_steal_pointer (&handle);
}

static gboolean
is_same (const StyledHandle *a,
         const StyledHandle *b)
{
  return a->style == b->style && a->muscles == b->muscles && a->bare == b->bare &&
         a->step == b->step;
}

/* The handle that was used last stands first. */
static RsvgHandle *
find_handle (TautArtRenderer    *art,
             TautStyle   style,
             int         step,
             GError    **error)
{
  StyledHandle found = { NULL, style, art->muscles, art->bare, step };
  guint place;

  g_assert (art != NULL);

  for (place = 0; place < N_HANDLES - 1; place++)
    if (art->handles[place].handle == NULL || is_same (&art->handles[place], &found))
      break;

  if (art->handles[place].handle != NULL && is_same (&art->handles[place], &found))
    found.handle = art->handles[place].handle;
  else
    {
      found.handle = parse_art (art, style, step, NULL, error);
      if (found.handle == NULL)
        return NULL;
      g_clear_object (&art->handles[place].handle);
    }

  for (; place > 0; place--)
    art->handles[place] = art->handles[place - 1];
  art->handles[0] = found;

  return found.handle;
}

/* What the clip shows of a view. */
static void
find_box (cairo_t        *cr,
          double          scale,
          TautViewBounds *box)
{
  double left, top, right, bottom;

  g_assert (box != NULL);

  cairo_clip_extents (cr, &left, &top, &right, &bottom);
  box->x = left / scale - BOX_MARGIN;
  box->y = top / scale - BOX_MARGIN;
  box->width = (right - left) / scale + 2 * BOX_MARGIN;
  box->height = (bottom - top) / scale + 2 * BOX_MARGIN;
}

gboolean
taut_art_renderer_draw (TautArtRenderer    *art,
               cairo_t    *cr,
               double      scale,
               TautStyle   style,
               GError    **error)
{
  g_autoptr (RsvgHandle) handle = NULL;
  RsvgRectangle viewport;
  TautViewBounds bounds, box;
  gboolean drawn;
  int step;

  g_return_val_if_fail (art != NULL, FALSE);
  g_return_val_if_fail (cr != NULL, FALSE);
  g_return_val_if_fail (scale > 0, FALSE);

  step = (int) lround (log2 (scale) * STEPS_PER_DOUBLING);
  if (style >= TAUT_STYLE_PAPER)
    {
      find_box (cr, scale, &box);
      handle = parse_art (art, style, step, &box, error);
    }
  else
    {
      handle = find_handle (art, style, step, error);
      if (handle != NULL)
        g_object_ref (handle);
    }
  if (handle == NULL)
    return FALSE;

  bounds = taut_view_get_bounds (art->view);
  viewport = (RsvgRectangle) { bounds.x * scale, bounds.y * scale,
                               bounds.width * scale, bounds.height * scale };

  if (style < TAUT_STYLE_PAPER)
    return rsvg_handle_render_document (handle, cr, &viewport, error);

  cairo_push_group (cr);
  drawn = rsvg_handle_render_document (handle, cr, &viewport, error);
  cairo_pop_group_to_source (cr);
  cairo_paint (cr);

  return drawn;
}
