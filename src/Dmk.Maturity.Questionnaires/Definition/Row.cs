namespace Dmk.Maturity.Questionnaires;

/// <summary>A row of a grid or an item of a sum group; its variable is <c>question.id</c>.</summary>
public sealed record Row(string Id, Text Label);
