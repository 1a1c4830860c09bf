package bundle

// Limits bound what a reader takes in.
type Limits struct {
	Records      int   // number of records
	RecordBytes  int   // bytes of one record
	RecordsBytes int64 // bytes of all records
	Attachments  int   // number of attachments
	FileBytes    int64 // bytes of one attachment
	TotalBytes   int64 // bytes of all that a bundle brings
}

// DefaultLimits are the limits of a desk that sets none of its own.
func DefaultLimits() Limits {
	return Limits{
		Records:      10_000,
		RecordBytes:  256 << 10,
		RecordsBytes: 64 << 20,
		Attachments:  2_000,
		FileBytes:    1 << 30,
		TotalBytes:   4 << 30,
	}
}
