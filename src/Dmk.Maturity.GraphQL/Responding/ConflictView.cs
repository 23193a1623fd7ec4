using Dmk.Maturity.Grains;

namespace Dmk.Maturity.GraphQL;

[
    Name("Conflict"),
    Description("Two people changed the same variable: both values. Ask which one holds, and send it with the new revision.")
]
internal sealed class ConflictView(Conflict conflict)
{
    [Id, Description("The variable.")]
    public string Variable => conflict.Variable;

    [Description("What is stored.")]
    public AnswerView Stored => new(conflict.Variable, conflict.Stored);

    [Description("What was sent.")]
    public AnswerView Sent => new(conflict.Variable, conflict.Sent);

    [Description("When the stored value was saved.")]
    public DateTimeOffset StoredAt => conflict.StoredAt;
}
