package satisfaction

// serviceMonths is what the board tells of one service.
type serviceMonths struct {
	id     string
	report bool
	told   Record // of the months whose number is told
	list   []Month
}

// tell adds a month. A number of letters is told where the statistics tell the very
// same. Reports that are counted can be read by all: five of them need no more.
func (s *serviceMonths) tell(month string, told ToldMonth, records map[string]*Record) {
	record := records[s.id]
	if record == nil {
		record = &Record{}
	}
	count, listed := told.Services[s.id]
	same := listed && count != nil && *count == record.Closed
	switch {
	case record.Closed >= Fewest && (s.report || same):
		s.told.join(*record)
		s.list = append(s.list, Month{month, spanOf(*record)})
	case listed && (count == nil || *count > 0):
		s.list = append(s.list, Month{Month: month})
	}
}

// tellMonth is a month of all services. It is not told where the statistics don't
// tell it, nor where there is another number now than there was then. Before the
// office began to work with the program there was nothing.
func tellMonth(told ToldMonth, records map[string]*Record, services map[string]*serviceMonths) (all Record, tells bool) {
	letters := 0
	for id, record := range records {
		all.join(*record)
		if !services[id].report {
			letters += record.Closed
		}
	}
	if told.Services == nil {
		return all, all.Closed == 0
	}
	tells = told.Total != nil && *told.Total == letters && (all.Closed == 0 || all.Closed >= Fewest)
	return all, tells
}

// spanOf tells a record.
func spanOf(record Record) Span {
	return Span{Closed: &record.Closed, Kept: &record.Kept, Median: record.Percentile(50), P90: record.Percentile(90)}
}
