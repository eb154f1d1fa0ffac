// What a receipt says.
export default {
  "receipt.title": "Receipt",
  "receipt.sent": "Request sent",
  "receipt.code": "Your receipt number",
  "receipt.service": "Service",
  "receipt.applicant": "Applicant",
  "receipt.due": "Promised by, at the latest",
  "receipt.next": "What happens next",
  "receipt.follow": "Every step is recorded on the page of your request. If something is missing, the request stands first when you log in.",
  "receipt.check": "Without login, the status can be checked at {address} with this number and the last 4 digits of your NIK or phone.",
  "receipt.open": "See the request",
};
