package requests

// PhotoWithPosition lends the sample photo to the tests that use the database.
var PhotoWithPosition = photoWithPosition

// AnswersHash lends the hash to the tests that use the database.
var AnswersHash = answersHash
