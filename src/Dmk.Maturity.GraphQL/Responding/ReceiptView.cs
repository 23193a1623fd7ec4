using Dmk.Maturity.Grains;

namespace Dmk.Maturity.GraphQL;

[Name("Receipt"), Description("Proof of a submission.")]
internal sealed class ReceiptView(Receipt receipt)
{
    [Description("Short, to be read out on the telephone.")]
    public string Number => receipt.Number;

    [Description("When the submission was stored.")]
    public DateTimeOffset SubmittedAt => receipt.SubmittedAt;

    [Description("SHA-256, lower-case hexadecimal, over the questionnaire's hash, a line feed, and the canonical JSON of the answers.")]
    public string Hash => receipt.Hash;

    [Description("The questionnaire that was answered.")]
    public VersionView Questionnaire => new(receipt.QuestionnaireId, receipt.QuestionnaireVersion, receipt.QuestionnaireHash);
}
