/* taut-figure-deck.c
 *
 * Copyright 2026 The Tautline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "taut-figure-deck"

#include "config.h"

#include "taut-figure-deck.h"

/* Views that stand side by side. */
#define N_PAIR 2

/* Below this width one of them alone is of more use. */
#define PAIR_MIN_WIDTH 470

struct _TautFigureDeck
{
  GtkWidget       parent_instance;

  GPtrArray      *figures;
  TautFigureView *single;
  TautFigureView *active;
  guint           shown_id;

  /* Whether the last allocation had room for the pair. */
  guint           wide : 1;
};

G_DEFINE_FINAL_TYPE (TautFigureDeck, taut_figure_deck, GTK_TYPE_WIDGET)

enum {
  SHOWN_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static guint
get_n_pair (TautFigureDeck *self)
{
  return MIN (self->figures->len, N_PAIR);
}

static gboolean
is_in_pair (TautFigureDeck *self,
            TautFigureView *figure)
{
  g_assert (TAUT_IS_FIGURE_DECK (self));

  for (guint i = 0; i < get_n_pair (self); i++)
    if (g_ptr_array_index (self->figures, i) == figure)
      return TRUE;

  return FALSE;
}

/* The only view to see, or NULL for the pair. */
static TautFigureView *
get_alone (TautFigureDeck *self)
{
  g_assert (TAUT_IS_FIGURE_DECK (self));

  if (self->single != NULL)
    return self->single;
  if (self->wide || self->figures->len == 0)
    return NULL;
  if (self->active != NULL && is_in_pair (self, self->active))
    return self->active;

  return g_ptr_array_index (self->figures, 0);
}

static gboolean
shown_changed_cb (gpointer user_data)
{
  TautFigureDeck *self = user_data;

  g_assert (TAUT_IS_FIGURE_DECK (self));

  self->shown_id = 0;
  if (get_alone (self) == NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "pair");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "pair");
  g_signal_emit (self, signals[SHOWN_CHANGED], 0);

  return G_SOURCE_REMOVE;
}

/* Not during an allocation: what listens may change widgets. */
static void
queue_shown_changed (TautFigureDeck *self)
{
  g_assert (TAUT_IS_FIGURE_DECK (self));

  if (self->shown_id != 0)
    return;

  self->shown_id = g_idle_add (shown_changed_cb, self);
  g_source_set_name_by_id (self->shown_id, "[tautline] shown views");
}

/* Widget */

static void
taut_figure_deck_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  TautFigureDeck *self = TAUT_FIGURE_DECK (widget);

  *minimum = 0;
  *natural = 0;
  for (guint i = 0; i < self->figures->len; i++)
    {
      int child_minimum, child_natural;

      gtk_widget_measure (g_ptr_array_index (self->figures, i), orientation, -1,
                          &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, child_natural);
    }
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural *= N_PAIR;
}

static void
taut_figure_deck_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  TautFigureDeck *self = TAUT_FIGURE_DECK (widget);
  gboolean was_wide = self->wide;
  TautFigureView *alone;

  self->wide = width >= PAIR_MIN_WIDTH;
  if (self->wide != was_wide)
    queue_shown_changed (self);

  alone = get_alone (self);
  for (guint i = 0; i < self->figures->len; i++)
    {
      GtkWidget *figure = g_ptr_array_index (self->figures, i);
      guint n = get_n_pair (self);
      GtkAllocation box = { 0, 0, width, height };

      gtk_widget_set_child_visible (figure,
                                    taut_figure_deck_is_shown (self, TAUT_FIGURE_VIEW (figure)));
      if (alone == NULL && i < n)
        {
          box.x = (int) (width * i / n);
          box.width = (int) (width * (i + 1) / n) - box.x;
        }
      gtk_widget_size_allocate (figure, &box, -1);
    }
}

static void
taut_figure_deck_dispose (GObject *object)
{
  TautFigureDeck *self = TAUT_FIGURE_DECK (object);

  g_clear_handle_id (&self->shown_id, g_source_remove);
  taut_figure_deck_clear (self);

  G_OBJECT_CLASS (taut_figure_deck_parent_class)->dispose (object);
}

static void
taut_figure_deck_finalize (GObject *object)
{
  TautFigureDeck *self = TAUT_FIGURE_DECK (object);

  g_ptr_array_unref (self->figures);

  G_OBJECT_CLASS (taut_figure_deck_parent_class)->finalize (object);
}

static void
taut_figure_deck_class_init (TautFigureDeckClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = taut_figure_deck_dispose;
  object_class->finalize = taut_figure_deck_finalize;
  widget_class->measure = taut_figure_deck_measure;
  widget_class->size_allocate = taut_figure_deck_size_allocate;

  signals[SHOWN_CHANGED] = g_signal_new ("shown-changed",
                                         G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "figures");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
taut_figure_deck_init (TautFigureDeck *self)
{
  self->figures = g_ptr_array_new ();
  self->wide = TRUE;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/* Public */

GtkWidget *
taut_figure_deck_new (void)
{
  return g_object_new (TAUT_TYPE_FIGURE_DECK, NULL);
}

void
taut_figure_deck_add (TautFigureDeck *self,
                      TautFigureView *figure)
{
  g_return_if_fail (TAUT_IS_FIGURE_DECK (self));
  g_return_if_fail (TAUT_IS_FIGURE_VIEW (figure));

  /* The allocation decides what is seen; nothing is to be painted before. */
  gtk_widget_set_child_visible (GTK_WIDGET (figure), FALSE);
  gtk_widget_set_parent (GTK_WIDGET (figure), GTK_WIDGET (self));
  g_ptr_array_add (self->figures, figure);
  g_signal_connect_object (figure, "used",
                           G_CALLBACK (taut_figure_deck_set_active), self, G_CONNECT_SWAPPED);
  queue_shown_changed (self);
}

void
taut_figure_deck_remove (TautFigureDeck *self,
                         TautFigureView *figure)
{
  g_return_if_fail (TAUT_IS_FIGURE_DECK (self));
  g_return_if_fail (TAUT_IS_FIGURE_VIEW (figure));
  g_return_if_fail (figure != self->single);

  if (figure == self->active)
    self->active = NULL;
  if (g_ptr_array_remove (self->figures, figure))
    gtk_widget_unparent (GTK_WIDGET (figure));
}

void
taut_figure_deck_clear (TautFigureDeck *self)
{
  g_return_if_fail (TAUT_IS_FIGURE_DECK (self));

  self->single = NULL;
  self->active = NULL;
  while (self->figures->len > 0)
    gtk_widget_unparent (g_ptr_array_steal_index (self->figures, self->figures->len - 1));
}

guint
taut_figure_deck_get_n (TautFigureDeck *self)
{
  g_return_val_if_fail (TAUT_IS_FIGURE_DECK (self), 0);

  return self->figures->len;
}

TautFigureView *
taut_figure_deck_get (TautFigureDeck *self,
                      guint           index)
{
  g_return_val_if_fail (TAUT_IS_FIGURE_DECK (self), NULL);
  g_return_val_if_fail (index < self->figures->len, NULL);

  return g_ptr_array_index (self->figures, index);
}

TautFigureView *
taut_figure_deck_find (TautFigureDeck *self,
                       const char     *view_id)
{
  g_return_val_if_fail (TAUT_IS_FIGURE_DECK (self), NULL);

  for (guint i = 0; i < self->figures->len; i++)
    {
      TautFigureView *figure = g_ptr_array_index (self->figures, i);

      if (g_strcmp0 (taut_view_get_id (taut_figure_view_get_view (figure)), view_id) == 0)
        return figure;
    }

  return NULL;
}

TautFigureView *
taut_figure_deck_get_single (TautFigureDeck *self)
{
  g_return_val_if_fail (TAUT_IS_FIGURE_DECK (self), NULL);

  return self->single;
}

void
taut_figure_deck_set_single (TautFigureDeck *self,
                             TautFigureView *figure)
{
  g_return_if_fail (TAUT_IS_FIGURE_DECK (self));
  g_return_if_fail (figure == NULL || TAUT_IS_FIGURE_VIEW (figure));

  if (self->single == figure)
    return;

  self->single = figure;
  if (figure != NULL)
    self->active = figure;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  queue_shown_changed (self);
}

gboolean
taut_figure_deck_is_shown (TautFigureDeck *self,
                           TautFigureView *figure)
{
  TautFigureView *alone;

  g_return_val_if_fail (TAUT_IS_FIGURE_DECK (self), FALSE);
  g_return_val_if_fail (TAUT_IS_FIGURE_VIEW (figure), FALSE);

  alone = get_alone (self);

  return alone != NULL ? figure == alone : is_in_pair (self, figure);
}

TautFigureView *
taut_figure_deck_get_active (TautFigureDeck *self)
{
  g_return_val_if_fail (TAUT_IS_FIGURE_DECK (self), NULL);

  if (self->active != NULL && taut_figure_deck_is_shown (self, self->active))
    return self->active;
  if (self->single != NULL || self->figures->len == 0)
    return self->single;

  return g_ptr_array_index (self->figures, 0);
}

void
taut_figure_deck_set_active (TautFigureDeck *self,
                             TautFigureView *figure)
{
  g_return_if_fail (TAUT_IS_FIGURE_DECK (self));
  g_return_if_fail (TAUT_IS_FIGURE_VIEW (figure));

  self->active = figure;
}
