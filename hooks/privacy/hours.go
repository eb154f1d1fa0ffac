package privacy

import "time"

// AnswerHours is how long the office has to correct data, to explain who looked
// at it, or to stop what is no longer consented to: 3×24 hours (UU 27/2022 art.
// 9, 30, 32 and 41). These are hours of the clock, weekends and holidays
// included, and not the office's working time that letters are promised in.
const AnswerHours = 72

// Due is when the office has to have answered what was asked at a moment.
func Due(asked time.Time) time.Time { return asked.Add(AnswerHours * time.Hour) }
