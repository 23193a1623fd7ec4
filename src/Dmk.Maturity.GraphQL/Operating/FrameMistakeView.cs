using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL;

[Name("FrameMistake"), Description("What is wrong in a frame.")]
internal sealed class FrameMistakeView(FrameMistake mistake)
{
    [Description("From 1, the row with the names of the columns; 0 where the frame as a whole is meant.")]
    public int Row => checked((int)mistake.Line);

    [Description("Name of the column; empty where the whole row is meant.")]
    public string Column => mistake.Column;

    [Description("What is wrong, and what to do.")]
    public string Message => mistake.Message;
}
